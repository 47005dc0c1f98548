import { busbar } from '../../contestants/busbar.ts';
import type { Contestant, Course } from '../../contestants/contestant.ts';
import { mittEmitter } from '../../contestants/mitt.ts';
import { type LongRunId, subscribers } from '../runs.ts';

const contestants: Readonly<Record<LongRunId, Contestant>> = {
  off: busbar({ dom: 'off', delivery: 'sync' }),
  mirrored: busbar({ dom: 'both', delivery: 'sync' }),
  control: mittEmitter,
};

/** After so many events the page waits for what was mirrored: few enough for one slice. */
const burst = 100;

/** Answers what emits so many events and waits until all of them are handled. */
export function openLongRun(run: LongRunId): (events: number) => Promise<void> {
  let handled = 0;
  const course = contestants[run].open(subscribers, ({ quantity }) => {
    handled += quantity;
  });
  return async (events) => {
    handled = 0;
    for (let emitted = 0; emitted < events; emitted += burst) await emitBurst(course, Math.min(burst, events - emitted));
    if (handled !== events * subscribers) throw new Error(`${handled} pieces were handled instead of ${events * subscribers}.`);
  };
}

function emitBurst({ emit, settled }: Course, events: number): Promise<void> {
  for (let event = 0; event < events; event++) emit({ sku: `A-${event}`, quantity: 1, price: 19.5, gift: false });
  return settled();
}
