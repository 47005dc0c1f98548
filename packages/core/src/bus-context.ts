import type { BusError } from './bus-error.ts';
import type { AnyEventContract } from './define-event.ts';
import type { Hub, Topic } from './hub/hub.ts';
import type { Permissions } from './permissions.ts';
import type { PublishStage } from './publish/publish-stage.ts';
import type { Lanes } from './receive/lanes.ts';
import type { ReceiveStage } from './receive/receive-stage.ts';

/** What the stages know of the bus or scope that they work for. */
export interface BusContext {
  readonly source: string;
  readonly hub: Hub;
  readonly permissions: Permissions;
  readonly publishStages: readonly PublishStage[];
  readonly receiveStages: readonly ReceiveStage[];
  readonly lanes: Lanes;
  /** Begins what a finished asynchronous handler made room for. */
  readonly pace: (callback: () => void) => void;
  /** The topic of a contract, which it makes known to the hub on first use. */
  topicOf(contract: AnyEventContract): Topic;
  /** The contract behind a name; undefined where the page knows none. */
  contractNamed(type: string): AnyEventContract | undefined;
  /** Tells people of an error in code that they handed in. */
  report(error: BusError): void;
  /** Runs when the bus is disposed; the answer takes it back. */
  whenDisposed(end: () => void): () => void;
}
