import * as z from 'zod';
import { atMost, told } from '../figure.ts';
import type { Conditions, Row } from '../row.ts';
import { nextTask } from '../settled.ts';

/** A pattern and a name of so many letters that make a careless matcher work hard and do not fit; others for each number. */
type Attack = (length: number, number: number) => { readonly pattern: string; readonly name: string };

const attacks: Record<string, Attack> = {
  'a star for each of many segments': (length, number) => ({
    pattern: `a:${'*:'.repeat(length / 2)}y${number}`,
    name: `a:${'a:'.repeat(length / 2)}z${number}`,
  }),
  'many segments before the rest': (length, number) => ({
    pattern: `a:${'a:'.repeat(length / 2)}b${number}:**`,
    name: `a:${'a:'.repeat(length / 2)}a${number}:z`,
  }),
  'one long segment': (length, number) => ({
    pattern: `a:${'a'.repeat(length)}y${number}`,
    name: `a:${'a'.repeat(length)}z${number}`,
  }),
  'what would be a regular expression': (length, number) => ({
    pattern: `a:(${'a+'.repeat(length / 2)})+$${number}`,
    name: `a:${'a'.repeat(length)}!${number}`,
  }),
};
const schema = z.number();
let number = 0;
/** Letters, each time twice as many. */
const lengths = [10_240, 20_480, 40_960] as const;
const allowed = 2.2;
/** Milliseconds: five steps of the coarsest clock, and a fair share of garbage collection. */
const measurable = 5;
const rounds = { least: 5, most: 300 };

export const topicPatterns: Row = {
  name: 'A19',
  what: 'Patterns and names of 10, 20 and 40 KB that are made to be hard to match',
  async run(conditions) {
    const growths: number[] = [];
    const longest: number[] = [];
    for (const attack of Object.values(attacks))
      for (const work of [authorize, match]) {
        const times = await quickest(attack, work, conditions);
        growths.push(growthOf(times));
        longest.push(times[0]!);
      }
    return [
      atMost('most that twice the length takes', Math.max(...growths), allowed, 'times as long'),
      told('longest that a pattern of 10 KB takes', 1_000 * Math.max(...longest), 'µs'),
    ];
  },
};

/** Has the bus match a pattern with a name once. Both are new each time: browsers remember how they split a text before. */
type Work = (attacked: ReturnType<Attack>, conditions: Conditions) => void;

/** A scope asks for each emit whether its patterns allow the name. */
const authorize: Work = ({ pattern, name }, { one }) => {
  const hub = one.createHub({ limits: { deadLetters: 1 } });
  const bus = one.createBus({ source: 'attacked', hub, publish: [pattern] });
  try {
    bus.emit({ type: name, version: 1, schema, dom: 'off' }, 1);
  } catch (error) {
    if (!one.isBusError(error, 'forbidden')) throw error;
  }
};

/** A subscription asks whether its pattern covers the names that the page knows. */
const match: Work = ({ pattern, name }, { one }) => {
  const bus = one.createBus({ source: 'attacked', hub: one.createHub() });
  bus.on(name, () => {});
  bus.on(pattern, () => {});
};

/**
 * The shortest time in milliseconds that each length takes once, as rounds go on until they are in proportion: the load
 * of the machine makes single times longer, never shorter, and a matcher that is not linear never gets there.
 */
async function quickest(attack: Attack, work: Work, conditions: Conditions): Promise<number[]> {
  const runs = lengths.map((length) => (times: number) => timed(work, textsOf(attack, length, times), conditions));
  const repeats = runs.map(repeatsOf);
  const times = lengths.map(() => Number.POSITIVE_INFINITY);
  for (let round = 0; round < rounds.most; round++) {
    await nextTask();
    for (const [index, run] of runs.entries()) {
      const taken = run(repeats[index]!);
      // Code that the browser has made faster meanwhile may end within one step of the clock.
      if (taken < measurable) repeats[index]! *= 2;
      else times[index] = Math.min(times[index]!, taken / repeats[index]!);
    }
    if (round >= rounds.least && growthOf(times) < allowed) break;
  }
  return times;
}

/** Texts as they come from elsewhere, each in one piece: what putting them together costs is no matter of the bus. */
function textsOf(attack: Attack, length: number, times: number): ReturnType<Attack>[] {
  return Array.from({ length: times }, () => JSON.parse(JSON.stringify(attack(length, number++))));
}

/** How often it has to run to be measurable. */
function repeatsOf(run: (times: number) => number): number {
  let repeats = 1;
  while (Math.min(run(repeats), run(repeats), run(repeats)) < measurable) repeats *= 2;
  return repeats;
}

function timed(work: Work, texts: readonly ReturnType<Attack>[], conditions: Conditions): number {
  const begun = performance.now();
  for (const attacked of texts) work(attacked, conditions);
  return performance.now() - begun;
}

/** How many times as long twice the length takes: the lesser of two doublings, since browsers have steps of their own. */
function growthOf([least, middle, most]: readonly number[]): number {
  return Math.min(middle! / least!, most! / middle!);
}
