import type { Course, Handle, Payload } from '../../contestants/contestant.ts';
import { itemsOf } from './items.ts';
import type { Probe } from './probe.ts';

const sixteen = itemsOf(16);

/** Emits, one payload of one piece after the other, to as many subscribers as the course has. */
export function emitProbe(open: (handle: Handle) => Course, subscribers: number, items: readonly Payload[] = sixteen): Probe {
  let handled = 0;
  const { emit, settled, close } = open(({ quantity }) => {
    handled += quantity;
  });
  return {
    close,
    async run(times) {
      handled = 0;
      const begun = performance.now();
      for (let event = 0; event < times; event++) emit(items[event % items.length]!);
      await settled();
      const time = performance.now() - begun;
      const missing = times * subscribers - handled;
      if (missing !== 0) throw new Error(`Handlers were not called ${missing} times.`);
      return time;
    },
  };
}
