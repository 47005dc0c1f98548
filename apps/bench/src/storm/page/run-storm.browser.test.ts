import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { customEventProfile, mittProfile, trutooProfile } from '../../contestants/profiles.ts';
import { boundedOff, defaultBoth, latestByKey, unboundedBoth, unboundedOff } from '../storm-contestants.ts';
import type { Storm } from '../storms.ts';
import { runStorm } from './run-storm.ts';
import type { PageWatch } from './watch-page.ts';

/** Looks away: what it would see is not what is tested here. */
const blind: PageWatch = {
  frames: async () => {},
  shown: async () => {},
  seen: () => ({ frames: [], presses: [], longTasks: 0 }),
};

/** A little more than may wait, at once or in pieces that are worked off meanwhile. */
const events = 10_100;
const atOnce: Storm = { name: 'at-once', events, inOneGo: events, every: 0 };
const stream: Storm = { name: 'stream', events, inOneGo: 1_000, every: 5 };

// Browsers of tests are started without this function.
beforeEach(() => vi.stubGlobal('gc', () => {}));
afterEach(() => vi.unstubAllGlobals());

const whole = { handled: 101_000, declined: 0, dead: 0, deadOfWindow: 0 };

test.each([
  [customEventProfile.name, whole],
  [mittProfile.name, whole],
  [trutooProfile.name, whole],
  [unboundedOff, whole],
  [unboundedBoth, { ...whole, deadOfWindow: 100 }],
  [boundedOff, { ...whole, handled: 100_000, dead: 1_000 }],
  [latestByKey, { ...whole, handled: 100_000, declined: 1_000 }],
])('what becomes of each event is counted when they come at once: %s', async (name, expected) => {
  const { counts, emitting, begun, ended } = await runStorm(name, atOnce, blind);
  expect(counts).toEqual(expected);
  expect(emitting).toHaveLength(1);
  expect(ended - begun).toBeGreaterThanOrEqual(emitting[0]!);
});

test.each([mittProfile.name, defaultBoth])('a stream emits in pieces, and all of it is handled: %s', async (name) => {
  const { counts, emitting } = await runStorm(name, stream, blind);
  expect([counts, emitting.length]).toEqual([whole, 11]);
});
