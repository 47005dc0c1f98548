import type { Page } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

/** `sorted` is kept off `window`; `sent` is mirrored to it, which is a browser's dispatch by itself. */
const contracts = { sorted: 'off window', sent: 'mirrored' } as const;
const subscribers = [1, 10, 100];

// A measurement, no test: it fails only if an event is lost. The machine's noise hits both sides, which take turns.
test('the cost of an emit, against bare window events', async ({ openProbe }) => {
  const rows: Record<string, unknown>[] = [];
  for (const contract of Object.keys(contracts) as (keyof typeof contracts)[]) {
    for (const count of subscribers) {
      const { busbar, native } = await nanosecondsAnEvent(await openProbe('production'), contract, count);
      rows.push({
        contract: contracts[contract],
        subscribers: count,
        'Busbar ns': busbar,
        'window ns': native,
        ratio: (busbar / native).toFixed(2),
      });
    }
  }
  console.table(rows);
});

/** From the first emit to the last handler, medians of 40 rounds. Busbar checks, stamps and delivers; `window` only delivers. */
function nanosecondsAnEvent(
  page: Page,
  contract: keyof typeof contracts,
  listeners: number,
): Promise<Record<'busbar' | 'native', number>> {
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
      const rounds: { busbar: number; native: number }[] = [];
      for (let round = 0; round < 40; round++) rounds.push({ busbar: await timed(emit), native: await timed(dispatch) });
      const median = (side: 'busbar' | 'native'): number =>
        Math.round(rounds.map((round) => round[side]).sort((one, other) => one - other)[20]!);
      return { busbar: median('busbar'), native: median('native') };
    },
    [contract, listeners] as const,
  );
}
