import type { Bus, DeadLetter } from '@busbar/core';
import { tellLetter } from '../strictness.ts';
import { tellValue } from '../tell-events.ts';
import { hasPart, type MatcherContext, type MatcherResult } from './matcher-context.ts';

/** Says whether a bus has a dead letter. */
export function toHaveDeadLetter(this: MatcherContext, received: unknown, which?: unknown): MatcherResult {
  const letters = lettersOf(received);
  const part = typeof which === 'string' ? { reason: which } : which;
  const fitting = letters.filter((letter) => part === undefined || hasPart(this, letter, part));
  const wanted = part === undefined ? 'a dead letter' : `a dead letter with ${tellValue(part)}`;
  return {
    pass: fitting.length > 0,
    message: () =>
      fitting.length > 0
        ? `Expected the bus not to have ${wanted}.\n${tellLetters(fitting)}`
        : `Expected the bus to have ${wanted}.\n${tellLetters(letters)}`,
  };
}

function lettersOf(received: unknown): readonly DeadLetter[] {
  const bus = received as Partial<Bus> | undefined;
  if (bus?.deadLetters) return bus.deadLetters.list();
  throw new TypeError('toHaveDeadLetter expects a bus.');
}

function tellLetters(letters: readonly DeadLetter[]): string {
  return letters.length > 0 ? letters.map((letter) => `  ${tellLetter(letter)}`).join('\n') : 'It has none.';
}
