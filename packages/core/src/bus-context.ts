import type { AnyEventContract } from './define-event.ts';
import type { Hub, Topic } from './hub/hub.ts';
import type { Permissions } from './permissions.ts';
import type { PublishStage } from './publish/publish-stage.ts';
import type { LaneFor } from './receive/lanes.ts';
import type { ReceiveStage } from './receive/receive-stage.ts';

/** What the stages know of the bus or scope that they work for. */
export interface BusContext {
  readonly source: string;
  readonly hub: Hub;
  readonly permissions: Permissions;
  readonly publishStages: readonly PublishStage[];
  readonly receiveStages: readonly ReceiveStage[];
  readonly laneFor: LaneFor;
  /** The topic of a contract, which it makes known to the hub on first use. */
  topicOf(contract: AnyEventContract): Topic;
  /** The contract behind a name: the bus's own, else the newest that the page knows. */
  contractNamed(type: string): AnyEventContract | undefined;
  /** Tells people of an error in code that they handed in. */
  report(error: unknown): void;
  /** @throws BusError `disposed` once the bus is. */
  assertAlive(action: string): void;
  /** Runs when the bus is disposed, at once if it is already; the answer takes it back. */
  whenDisposed(end: () => void): () => void;
}
