import type { RetryOptions } from '@busbar/core';
import * as z from 'zod';
import { calm, type FakeClock, stopClocks } from '../fake-clock.ts';
import { atMost, exactly } from '../figure.ts';
import type { Conditions, Row } from '../row.ts';

/** One event that fails whenever it is tried, and the one behind it. */
interface Passage {
  /** When it was tried, on the stopped clock. */
  readonly tries: readonly number[];
  readonly deadLetters: number;
  /** Whether the event behind it was handled, once and after it. */
  readonly isNextHandled: boolean;
  /** From the dead letter to the handler of the next event, in true milliseconds. */
  readonly untilNext: number;
}

const defaults = { delay: 100, factor: 2, maxDelay: 30_000 };
const schedules: readonly RetryOptions[] = [
  { attempts: 0 },
  { attempts: 3 },
  { attempts: 5, delay: 50, factor: 3 },
  { attempts: 8, delay: 1_000, factor: 4, maxDelay: 20_000 },
  { attempts: 4, delay: 250, factor: 1, jitter: 0 },
];

export const poisonMessage: Row = {
  name: 'A9',
  what: 'A poison message: its handler fails at each try',
  async run(conditions) {
    const rounds = conditions.full ? 100 : 10;
    const runs: { schedule: RetryOptions; passage: Passage }[] = [];
    const clock = stopClocks();
    try {
      for (let round = 0; round < rounds; round++)
        for (const schedule of schedules) runs.push({ schedule, passage: await passageOf(schedule, conditions, clock) });
    } finally {
      clock.restore();
    }
    const passages = runs.map(({ passage }) => passage);
    const wrongAttempts = runs.filter(({ schedule, passage }) => passage.tries.length !== schedule.attempts + 1);
    const deviations = runs.flatMap(({ schedule, passage }) => deviationsFrom(schedule, passage.tries));
    return [
      exactly('messages tried more or less often than asked', wrongAttempts.length, 0),
      atMost('furthest that a back-off was from its schedule', 100 * Math.max(...deviations), 20, '%'),
      exactly('dead letters per message', passages.reduce((sum, one) => sum + one.deadLetters, 0) / passages.length, 1),
      exactly('next messages not handled', passages.filter((one) => !one.isNextHandled).length, 0),
      atMost('longest from dead letter to next message', Math.max(...passages.map((one) => one.untilNext)), 10, 'ms'),
    ];
  },
};

async function passageOf(retry: RetryOptions, { one, two }: Conditions, clock: FakeClock): Promise<Passage> {
  const poison = one.defineEvent('letter:sent', { version: 1, schema: z.boolean(), dom: 'off' });
  const [sender, receiver] = [one.createBus({ source: 'sender' }), two.createBus({ source: 'receiver', onError: () => {} })];
  const tries: number[] = [];
  let buried = Number.NaN;
  let next = Number.NaN;
  receiver.on(
    poison,
    ({ data: isPoison }) => {
      if (!isPoison) next = clock.trueNow();
      else {
        tries.push(clock.passed);
        throw new Error('poison');
      }
    },
    { retry },
  );
  let deadLetters = 0;
  receiver.deadLetters.subscribe(() => {
    deadLetters++;
    buried = clock.trueNow();
  });
  for (const isPoison of [true, false]) sender.emit(poison, isPoison);
  do await calm();
  while (await clock.next());
  for (const bus of [sender, receiver]) bus.dispose();
  return { tries, deadLetters, isNextHandled: next >= buried, untilNext: next - buried };
}

/** How far each back-off was from the one that was asked for, as a share of it. */
function deviationsFrom(schedule: RetryOptions, tries: readonly number[]): number[] {
  const { delay, factor, maxDelay } = { ...defaults, ...schedule };
  return tries.slice(1).map((at, index) => {
    const asked = Math.min(delay * factor ** index, maxDelay);
    return Math.abs((at - tries[index]!) / asked - 1);
  });
}
