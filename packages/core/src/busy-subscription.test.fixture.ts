import { type Deferred, deferred } from './deferred.test.fixture.ts';
import { type Bus, createBus, type EventContract, type Overlap } from './index.ts';
import { createPatientHub } from './patient-hub.test.fixture.ts';

/** A subscription whose handler works on each event until the test settles it. */
export interface BusySubscription {
  readonly bus: Bus;
  /** The payloads whose handling was begun, and those whose signal was aborted. */
  readonly begun: number[];
  readonly aborted: number[];
  /** One for each that was begun. */
  readonly works: Deferred[];
}

export function busySubscription(contract: EventContract<string, number>, overlap?: Overlap): BusySubscription {
  const bus = createBus({ source: 'test', hub: createPatientHub() });
  const busy: BusySubscription = { bus, begun: [], aborted: [], works: [] };
  const work = ({ data }: { data: number }, { signal }: { signal: AbortSignal }): Promise<void> => {
    busy.begun.push(data);
    signal.addEventListener('abort', () => busy.aborted.push(data));
    busy.works.push(deferred());
    return busy.works.at(-1)!.promise;
  };
  bus.on(contract, work, overlap && { overlap });
  return busy;
}
