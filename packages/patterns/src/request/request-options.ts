import type { EmitOptions } from '@busbar/core';
import { abortSignal, anything, milliseconds, type OptionRule, oneOf } from '../assert-options.ts';

/** How to ask. */
export interface RequestOptions extends Pick<EmitOptions, 'cause' | 'correlationid'> {
  /** Milliseconds to the first reply; to the last answer with `repliers: 'all'`. Default 10,000; `Infinity` for no end. */
  readonly timeout?: number;
  /** Gives up when it aborts; repliers that are at work are told. */
  readonly signal?: AbortSignal;
  /** Repliers answer two requests with the same key by one run of their handler. Default: the id of the request. */
  readonly idempotencykey?: string;
  /** What to do where nobody replies: give up at once with `no-replier`, or wait for the first who does, within `timeout`. Default `reject`. */
  readonly whenNobody?: 'reject' | 'wait';
  /** Of several repliers, the first that replies, or all that are there. Default `first`. */
  readonly repliers?: 'first' | 'all';
}

export const requestRules: Readonly<Record<keyof RequestOptions, OptionRule>> = {
  timeout: milliseconds,
  signal: abortSignal,
  cause: anything,
  correlationid: anything,
  idempotencykey: anything,
  whenNobody: /* @__PURE__ */ oneOf('reject', 'wait'),
  repliers: /* @__PURE__ */ oneOf('first', 'all'),
};
