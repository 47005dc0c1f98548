import type { Storm } from '@busbar/core';
import * as z from 'zod';
import { atMost, exactly, told } from '../figure.ts';
import { type InputDelay, watchInputDelay } from '../input-delay.ts';
import type { Conditions, Row } from '../row.ts';
import { nextTask, settled } from '../settled.ts';

/** Two micro-frontends that answer each other for ever. */
interface Ring {
  readonly name: string;
  /** How many handlers answer each event. */
  readonly answers: number;
  /** How often it is begun, ten at a time. */
  readonly begun: number;
  /** The most that each may emit in a second. */
  readonly limit?: number;
}

/** What was seen of a ring until it had ended. */
interface Seen {
  readonly handled: number;
  readonly deadLetters: number;
  readonly storms: readonly Storm[];
  /** Milliseconds from its beginning to its end. */
  readonly took: number;
  /** The longest that a task of the page had to wait, in milliseconds. */
  readonly longest: number;
}

/** The limit of hops, and the event that was caused by none. */
const length = 33;
const limit = 1_000;

let tries = 0;

export const feedbackLoop: Row = {
  name: 'A14',
  what: 'Two copies answer each other for ever; each event has one answer, or two and a `rate` of 1,000 a second',
  tries: 3,
  async run(conditions) {
    const delay = await watchInputDelay();
    const begun = conditions.full ? 3_000 : 500;
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    const idle = delay.longest();
    // A storm is told once in ten seconds, so each try has names of its own.
    tries++;
    const single = await run({ name: `single-${tries}`, answers: 1, begun }, conditions, delay);
    const double = await run({ name: `double-${tries}`, answers: 2, begun: 10, limit }, conditions, delay);
    delay.end();
    const warnings = conditions.console.splice(0);
    return [
      told('rings begun', begun),
      exactly('events of each before it is cut', single.handled / begun, length),
      exactly('rings without a dead letter', begun - single.deadLetters, 0),
      exactly('`busbar:stormed` for all of them, naming both sides', single.storms.filter(namesBoth).length, 1),
      atMost('events a second of the doubling ring that each side lets through', allowance(double), limit),
      exactly('`busbar:stormed` for it, one for each side', double.storms.length, 2),
      exactly('warnings on the console, one for each storm', warnings.length, 3),
      {
        ...atMost(
          'longest that a task of the page waited',
          Math.max(single.longest, double.longest),
          Math.max(100, 2 * idle),
          'ms',
        ),
        expected: '≤ 100 ms, or twice that of a page at rest',
      },
      told('the same of a page at rest', idle, 'ms'),
    ];
  },
};

async function run({ name, answers, begun, limit }: Ring, { one, two }: Conditions, delay: InputDelay): Promise<Seen> {
  const options = { version: 1, schema: z.number(), dom: 'off', ...(limit && { rate: { limit } }) } as const;
  const ping = one.defineEvent(`${name}:pinged`, options);
  const pong = two.defineEvent(`${name}:ponged`, options);
  const onError = (): void => {};
  const [left, right] = [one.createBus({ source: 'left', onError }), two.createBus({ source: 'right', onError })];
  const observer = two.createBus({ source: 'observer' });
  const storms: Storm[] = [];
  observer.on(two.hubEvents.stormed, ({ data }) => storms.push(data));
  let [handled, deadLetters] = [0, 0];
  observer.deadLetters.subscribe(({ reason }) => void (reason === 'too-many-hops' && deadLetters++));
  for (let answer = 0; answer < answers; answer++) {
    left.on(pong, ({ data }) => {
      handled++;
      left.emit(ping, data);
    });
    right.on(ping, ({ data }) => {
      handled++;
      right.emit(pong, data);
    });
  }
  delay.longest();
  const start = performance.now();
  for (let ring = 1; ring <= begun; ring++) {
    left.emit(ping, ring);
    if (ring % 10 === 0) await nextTask();
  }
  await settled(left);
  const took = performance.now() - start;
  // One more message of the worker, so that the last stretch of work is seen.
  await delay.next();
  for (const bus of [left, right, observer]) bus.dispose();
  return { handled, deadLetters, storms, took, longest: delay.longest() };
}

/** A second's worth may come at once, so it is taken off. Each event has two handlers, and there are two sides. */
function allowance({ handled, took }: Seen): number {
  return Math.max(0, handled / 4 - limit) / (took / 1_000);
}

/** Who answered whom when it was cut: the left begins, so at an odd hop it is the right that answers. */
function namesBoth({ source, answered }: Storm): boolean {
  return source === 'right' && answered === `left: single-${tries}:pinged`;
}
