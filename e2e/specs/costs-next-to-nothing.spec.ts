import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

/** `sorted` is kept off `window`; `sent` is mirrored to it, which is a browser's dispatch by itself. */
const cases = [
  { contract: 'sorted', listeners: 10 },
  { contract: 'sent', listeners: 20 },
  { contract: 'sent', listeners: 100 },
] as const;

for (const { contract, listeners } of cases) {
  const kind = contract === 'sent' ? 'mirrored' : 'kept off window';
  test(`it costs next to nothing: ${kind}, ${listeners} subscribers, less than the browser’s own dispatch`, async ({
    openProbe,
  }) => {
    const page = await openProbe('production');
    const { busbar, native } = await nanosecondsAnEvent(page, contract, listeners);
    const description = `Busbar ${busbar.toFixed(0)}, window ${native.toFixed(0)}`;
    test.info().annotations.push({ type: 'nanoseconds an event', description });
    expect(busbar).toBeLessThan(native);
  });
}

/**
 * From the first emit to the last handler, the best of many short rounds, taken in turn so that both meet the same
 * machine. Busbar checks, stamps and delivers; `window` only delivers.
 */
function nanosecondsAnEvent(
  page: Page,
  contract: 'sorted' | 'sent',
  listeners: number,
): Promise<{ busbar: number; native: number }> {
  return page.evaluate(
    async ([contract, listeners]) => {
      const { createBus, parcel, settled } = copies.production;
      const bus = createBus({ source: 'depot' });
      const events = 500;
      let heard = 0;
      let finished = 0;
      const handler = () => {
        if (++heard === events * listeners) finished = performance.now();
      };
      for (let index = 0; index < listeners; index++) {
        bus.on(parcel[contract], () => handler());
        window.addEventListener('bare', () => handler());
      }
      const timed = async (work: (number: number) => unknown): Promise<number> => {
        heard = 0;
        const begun = performance.now();
        for (let number = 0; number < events; number++) work(number);
        await settled();
        if (heard !== events * listeners) throw new Error(`${heard} of ${events * listeners} heard`);
        return ((finished - begun) * 1e6) / events;
      };
      const emit = (number: number) => bus.emit(parcel[contract], { number, to: 'Oslo' });
      const dispatch = (number: number) => window.dispatchEvent(new CustomEvent('bare', { detail: { number, to: 'Oslo' } }));
      const best = { busbar: Number.POSITIVE_INFINITY, native: Number.POSITIVE_INFINITY };
      for (let round = 0; round < 40; round++) {
        best.busbar = Math.min(best.busbar, await timed(emit));
        best.native = Math.min(best.native, await timed(dispatch));
      }
      return best;
    },
    [contract, listeners] as const,
  );
}
