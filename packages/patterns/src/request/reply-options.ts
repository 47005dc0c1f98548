import type { SubscribeOptions } from '@busbar/core';
import { abortSignal, anything, type OptionRule, oneOf } from '../assert-options.ts';

type Receiving = 'delivery' | 'priority' | 'retry' | 'timeout' | 'policy' | 'maxQueue' | 'lagThreshold';

/** How to reply: those options of `on` that leave no asker without an answer. */
export interface ReplyOptions extends Pick<SubscribeOptions, Receiving> {
  /** Whether requests are answered at the same time or one after the other. Default `parallel`. */
  readonly overlap?: 'parallel' | 'queue';
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
  /** How many answers are remembered, for requests that are repeated with the same `idempotencykey`. Default 1,000. */
  readonly remember?: number;
}

export const replyRules: Readonly<Record<keyof ReplyOptions, OptionRule>> = {
  delivery: anything,
  priority: anything,
  retry: anything,
  timeout: anything,
  policy: anything,
  maxQueue: anything,
  lagThreshold: anything,
  overlap: /* @__PURE__ */ oneOf('parallel', 'queue'),
  signal: abortSignal,
  remember: [(given) => Number.isSafeInteger(given) && (given as number) >= 0, 'a whole number from 0 on'],
};
