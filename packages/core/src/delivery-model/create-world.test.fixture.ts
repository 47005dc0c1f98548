import type { Program } from './program.test.fixture.ts';
import type { World } from './world.test.fixture.ts';

/** The world before anything has happened. */
export function createWorld(program: Program, act: World['act']): World {
  return {
    program,
    act,
    now: 0,
    clockIsOff: 0,
    sequence: 0,
    emissions: 0,
    mounted: new Set(['shell', 'cart', 'checkout']),
    subscriptions: [],
    returned: [],
    retained: new Map(),
    turns: [],
    synchronousTurns: [],
    isTakingSynchronousTurns: false,
    lanes: new Map(),
    settled: [],
    due: [],
    dueSoFar: 0,
    handling: undefined,
    race: 'none',
    isUnspecified: false,
    buckets: new Map(),
    adopted: new Set(),
    letters: [],
    sent: [],
    figures: { emitted: 0, delivered: 0, deadLetters: 0, unheard: 0 },
    lines: [],
    told: [],
    tally: new Map(),
  };
}
