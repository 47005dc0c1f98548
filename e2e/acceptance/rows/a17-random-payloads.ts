import { atMost, exactly, told } from '../figure.ts';
import type { Row } from '../row.ts';

const seed = 17;

export const randomPayloads: Row = {
  name: 'A17',
  what: 'Random payloads and options: prototype keys, getters, proxies, cycles, a million levels, lone surrogates, revoked proxies',
  tries: 2,
  async run({ full }) {
    // Its payloads include a million objects in one another, which would burden the memory of every row.
    const [{ fuzz }, { foreignPage }] = await Promise.all([import('../../fuzz/fuzz.ts'), import('../../fuzz/foreign-page.ts')]);
    // Throws, and says how to do it again, where an error is uncaught, an event lost, or something left on a prototype.
    const tally = await fuzz({ inputs: full ? 5_000 : 2_000, seed, foreign: foreignPage() });
    const { payloads = 0, 'option bags': bags = 0 } = tally.counts;
    const clone = cloneTime();
    return [
      told('payloads and options', payloads + bags),
      exactly('of them with an uncaught error, a loss, or a new key on a prototype', 0, 0),
      {
        ...atMost('time of an emit, of 999 in 1,000', tally.percentile(0.999), Math.max(5, 3 * clone), 'ms'),
        expected: '≤ 5 ms, or thrice the clone',
      },
      told('`structuredClone` of the largest, of 9 in 10', clone, 'ms'),
    ];
  },
};

/** How long the browser itself takes to copy as large a payload as the largest, on this machine at this time. */
function cloneTime(): number {
  const largest = Object.fromEntries(Array.from({ length: 10_001 }, (_none, key) => [`key${key}`, key]));
  const times = Array.from({ length: 50 }, () => {
    const begun = performance.now();
    structuredClone(largest);
    return performance.now() - begun;
  });
  return times.sort((one, other) => one - other)[45]!;
}
