import type { OnceOptions, RetryOptions, SubscribeOptions } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import { quoted } from '../error-message.ts';
import { assertFit, isCount, isFunction, memberOf, oneOf, type Rule } from '../option-rules.ts';

const rules = (): Record<keyof (SubscribeOptions & OnceOptions), Rule> => ({
  replay: [
    (given) => typeof given === 'boolean' || isCount(given) || isCount(memberOf(given, 'after')),
    'true, false, a number from 0 on or { after }',
  ],
  where: [isFunction, 'a function'],
  delivery: oneOf('microtask', 'sync', 'task', 'frame', 'idle'),
  priority: oneOf('user-blocking', 'user-visible', 'background'),
  overlap: oneOf('queue', 'parallel', 'switch', 'drop'),
  retry: [(given) => isCount(given) || isCount(memberOf(given, 'attempts')), 'a number from 0 on or { attempts }'],
  timeout: [isCount, 'milliseconds from 0 on'],
  policy: [(given) => isFunction(memberOf(given, 'execute')), 'an object with execute'],
  dedupe: [(given) => typeof given === 'boolean' || isCount(given), 'true, false or a number from 0 on'],
  maxQueue: [isCount, 'a number from 0 on'],
  overflow: oneOf('dead-letter', 'drop-oldest', 'latest-by-key'),
  lagThreshold: [isCount, 'milliseconds from 0 on'],
  signal: [(given) => typeof memberOf(given, 'aborted') === 'boolean', 'an AbortSignal'],
});

const retryRules = (): Record<keyof RetryOptions, Rule> => ({
  attempts: [isCount, 'a number from 0 on'],
  delay: [isCount, 'milliseconds from 0 on'],
  factor: [isCount, 'a number from 0 on'],
  maxDelay: [isCount, 'milliseconds from 0 on'],
  jitter: [(given) => isCount(given) && (given as number) <= 1, 'a share from 0 to 1'],
  when: [isFunction, 'a function'],
});

/** @throws BusError `invalid-handler` for what cannot be called. */
export function assertHandler(handler: unknown, target: string, source: string): void {
  if (typeof handler !== 'function') throw new BusError('invalid-handler', { target, source, given: quoted(handler) });
}

/**
 * Refuses options that would otherwise do nothing in silence.
 *
 * @throws BusError `invalid-option`.
 */
export function assertOptions(options: SubscribeOptions & OnceOptions, source: string): void {
  assertFit(options, rules(), source);
  if (typeof options.retry === 'object') assertFit(options.retry, retryRules(), source);
}
