import type { BusContext } from '../bus-context.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import type { Topic } from '../hub/hub.ts';
import type { Publication, Verdict } from '../stage.ts';
import type { Envelope } from './envelope.ts';

/** A publication with what only the stages of Busbar itself may touch. */
export interface PublicationInProgress extends Publication {
  contract: AnyEventContract;
  readonly topic: Topic;
  /** The bus's own frozen copy of what was emitted, which `data` is until somebody replaces it. */
  copy?: unknown;
  /** What its contract retains it by. */
  key?: unknown;
  /** The event of a dead letter that is sent again; it keeps its id. */
  readonly again?: BusEvent | undefined;
  /** What another context said of the event that it emitted; it stays as it is. */
  readonly adopted?: Envelope;
  /** Held to the bounds of what comes in from outside. */
  readonly isForeign?: boolean;
}

/** What publishing knows of the bus that it works for. */
export type Publisher = Pick<BusContext, 'source' | 'hub' | 'permissions' | 'report'>;

/** A dead letter for the event, and nothing thrown to its emitter. */
export interface Burial {
  readonly bury: unknown;
}

/** One step of publishing: answers nothing to let the event pass, or why it ends here; what it throws rejects the event. */
export interface PublishStage {
  readonly name: string;
  run(publication: PublicationInProgress, bus: Publisher): Verdict | Burial;
}
