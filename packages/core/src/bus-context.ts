import type { Bus } from './bus.ts';
import type { AnyEventContract } from './define-event.ts';
import type { Hub, Topic } from './hub/hub.ts';
import type { Permissions } from './permissions.ts';
import type { PublishStage } from './publish/publish-stage.ts';
import type { ReceiveStage } from './receive/receive-stage.ts';

/** Where a bus or scope has its context, for functions that work on a bus from outside, of whichever copy of Busbar. */
export const contextKey: unique symbol = Symbol.for('busbar.context');

/** The context of a bus or scope. */
export function contextOf(bus: Bus): BusContext {
  return (bus as Bus & { readonly [contextKey]: BusContext })[contextKey];
}

/** What the stages know of the bus or scope that they work for. */
export interface BusContext {
  readonly source: string;
  readonly hub: Hub;
  readonly permissions: Permissions;
  readonly publishStages: readonly PublishStage[];
  readonly receiveStages: readonly ReceiveStage[];
  /** The bus or scope that it was made from. */
  readonly parent: BusContext | undefined;
  /** The contracts that it has used, and scopes of the same source, with the topic of each. */
  readonly topics: Map<AnyEventContract, Topic>;
  /** The newest of these of each event name. */
  readonly named: Map<string, AnyEventContract>;
  /** Tells people of an error in code that they handed in. */
  report(error: unknown): void;
  /** The bus itself. @throws BusError `disposed` once it is. */
  alive(action: string): BusContext;
  /** Runs when the bus is disposed, at once if it is already; the answer takes it back. */
  whenDisposed(end: () => void): () => void;
}
