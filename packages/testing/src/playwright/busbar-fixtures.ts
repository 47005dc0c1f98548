import type {
  BrowserContext,
  Fixtures,
  PlaywrightTestArgs,
  PlaywrightTestOptions,
  PlaywrightWorkerArgs,
  PlaywrightWorkerOptions,
  TestInfo,
} from '@playwright/test';
import { attachTrail } from './attach-trail.ts';
import type { Busbar, BusbarOptions } from './busbar.ts';
import { createBusbar } from './create-busbar.ts';
import { type Recording, record } from './recording.ts';

/** What tests get. */
export interface BusbarFixtures {
  /** What goes over the buses of the pages of the test. */
  busbar: Busbar;
  busbarOptions: BusbarOptions;
}

type Given = PlaywrightTestArgs & PlaywrightTestOptions;
type GivenToWorkers = PlaywrightWorkerArgs & PlaywrightWorkerOptions;

const recordings = new WeakMap<TestInfo, Recording>();

/**
 * Fixtures for a `test` of one's own.
 *
 * @example
 * export const test = base.extend<BusbarFixtures>(busbarFixtures);
 */
export const busbarFixtures: Fixtures<BusbarFixtures, object, Given, GivenToWorkers> = {
  busbarOptions: [{}, { option: true }],

  // Recorded whether a test asks for `busbar` or not: should it fail, its report has the trail.
  context: async ({ context, busbarOptions }, use, testInfo) => {
    if (busbarOptions.record === false) await use(context);
    else await recorded(context, busbarOptions, testInfo, () => use(context));
  },

  busbar: async ({ context, busbarOptions }, use, testInfo) => {
    if (busbarOptions.record === false) throw new Error('Nothing is recorded: busbarOptions say record: false.');
    const recording = recordings.get(testInfo);
    if (recording?.context === context) await use(createBusbar(recording, busbarOptions));
    // Somebody put a context of their own in the place of Playwright's.
    else await recorded(context, busbarOptions, testInfo, (made) => use(createBusbar(made, busbarOptions)));
  },
};

async function recorded(
  context: BrowserContext,
  { limit = 10_000, attach }: BusbarOptions,
  testInfo: TestInfo,
  run: (recording: Recording) => Promise<void>,
): Promise<void> {
  const recording = await record(context, limit);
  recordings.set(testInfo, recording);
  await run(recording);
  await attachTrail(recording, testInfo, attach);
}
