import { type Bus, type BusError, isBusError } from '@busbar/core';
import { ask } from './ask.ts';
import type { AnyRequestContract } from './request-contract.ts';
import { requestFailed } from './request-errors.ts';
import type { RequestOptions } from './request-options.ts';

/** What one of several repliers has answered. */
export interface Answer<Reply = unknown> {
  /** The replier. */
  readonly source: string;
  /** Absent where there is an error. */
  readonly reply?: Reply;
  /** `request-failed`, or `timed-out` of who has said nothing. */
  readonly error?: BusError;
}

/** What each of those who are there answers, the longest there first; resolves when all have, or the time is over. */
export function allAnswers(
  bus: Bus,
  contract: AnyRequestContract,
  data: unknown,
  options: RequestOptions,
): Promise<readonly Answer[]> {
  const answers = new Map<number, Answer>();
  return new Promise((resolve, reject) => {
    ask(bus, contract, data, { ...options, repliers: 'all' }).subscribe({
      next(said) {
        if ('asked' in said) for (const { id, source } of said.asked) answers.set(id, { source });
        else if ('reply' in said) answers.set(said.replier, { source: said.source, reply: said.reply });
        else
          answers.set(said.replier, { source: said.source, error: requestFailed(contract.requested, said.source, said.failure) });
      },
      error(error) {
        if (!isBusError(error, 'timed-out') || answers.size === 0) return reject(error);
        resolve([...answers.values()].map((answer) => ('reply' in answer || answer.error ? answer : { ...answer, error })));
      },
      complete: () => resolve([...answers.values()]),
    });
  });
}
