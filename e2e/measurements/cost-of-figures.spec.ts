import { fileURLToPath } from 'node:url';
import { build, type Plugin, type Rolldown } from 'vite';
import { test } from '../fixtures/probe-test.ts';
import type { Copy } from '../probe/copy.ts';

/** How many subscribers, and with how many events a round takes some five milliseconds: the clock of a page is coarse. */
const rounds = [
  [1, 5_000],
  [10, 1_500],
  [100, 200],
] as const;

/** Lets no event be timed: no clock is read for one, and nothing is counted. */
const withoutFigures: Plugin = {
  name: 'probe:without-figures',
  enforce: 'pre',
  transform(code, id) {
    if (!id.endsWith('/hub/clock.ts')) return undefined;
    const changed = code.replace('>>> 29 === 0', '>>> 29 === 8');
    if (changed === code) throw new Error('hub/clock.ts chooses the events that are timed in another way by now.');
    return changed;
  },
};

// A measurement, no test. The machine's noise hits both sides, which take turns; the quickest rounds have least of it.
test('the cost of waiting and handling times in metrics', async ({ openProbe }) => {
  const page = await openProbe('production');
  await page.addScriptTag({ content: await bundleWithoutFigures() });
  const rows: Record<string, unknown>[] = [];
  for (const [subscribers, events] of rounds) {
    const [with_, without] = await page.evaluate(nanosecondsAnEvent, [subscribers, events] as const);
    rows.push({ subscribers, 'with figures ns': with_, 'without ns': without, 'more ns': with_! - without! });
  }
  console.table(rows);
});

/** From the first emit to the last handler, of events that are not mirrored: the tenth of 200 rounds, the quickest first. */
async function nanosecondsAnEvent([listeners, events]: readonly [number, number]): Promise<number[]> {
  const { production, untimed } = copies as typeof copies & { untimed: Copy };
  const measured = [production, untimed].map(({ createBus, createHub, parcel }) => {
    const hub = createHub({ limits: { slice: Infinity } });
    const bus = createBus({ source: 'depot', hub });
    let heard = 0;
    for (let index = 0; index < listeners; index++) bus.on(parcel.sorted, () => heard++);
    const rounds: number[] = [];
    const round = async (): Promise<void> => {
      const before = heard;
      const begun = performance.now();
      for (let number = 0; number < events; number++) bus.emit(parcel.sorted, { number, to: 'Oslo' });
      // The queue is worked off in the microtask that the first emit asked for.
      await Promise.resolve();
      rounds.push(((performance.now() - begun) * 1e6) / events);
      if (heard - before !== events * listeners) throw new Error(`${heard - before} of ${events * listeners} heard`);
    };
    return { rounds, round };
  });
  for (let index = 0; index < 200; index++) for (const { round } of measured) await round();
  return measured.map(({ rounds }) => Math.round(rounds.sort((one, other) => one - other)[9]!));
}

async function bundleWithoutFigures(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutFigures],
    define: { __BUSBAR_PRODUCTION__: 'true', __COPY__: '"untimed"' },
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: { entry: fileURLToPath(new URL('../probe/copy.ts', import.meta.url)), formats: ['iife'], name: 'probe_untimed' },
    },
  });
  return (built as Rolldown.RolldownOutput[])[0]!.output[0].code;
}
