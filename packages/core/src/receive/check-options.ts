import type { OnceOptions, SubscribeOptions } from '../bus.ts';
import { BusError } from '../bus-error.ts';
import { quoted } from '../error-message.ts';

type Rule = readonly [fits: (given: unknown) => boolean, expected: string];

const oneOf = (...allowed: string[]): Rule => [(given) => allowed.includes(given as string), allowed.join(', ')];
const isCount = (given: unknown): boolean => typeof given === 'number' && given >= 0;
const isFunction = (given: unknown): boolean => typeof given === 'function';
const has = (given: unknown, name: string): unknown => (given as Record<string, unknown> | null)?.[name];

const rules = (): Record<keyof (SubscribeOptions & OnceOptions), Rule> => ({
  replay: [
    (given) => typeof given === 'boolean' || isCount(given) || isCount(has(given, 'after')),
    'true, false, a number from 0 on or { after }',
  ],
  where: [isFunction, 'a function'],
  delivery: oneOf('microtask', 'sync', 'task', 'frame', 'idle'),
  priority: oneOf('user-blocking', 'user-visible', 'background'),
  overlap: oneOf('queue', 'parallel', 'switch', 'drop'),
  retry: [(given) => isCount(given) || isCount(has(given, 'attempts')), 'a number from 0 on or { attempts }'],
  timeout: [isCount, 'milliseconds from 0 on'],
  policy: [(given) => isFunction(has(given, 'execute')), 'an object with execute'],
  dedupe: [(given) => typeof given === 'boolean' || isCount(given), 'true, false or a number from 0 on'],
  maxQueue: [isCount, 'a number from 0 on'],
  overflow: oneOf('dead-letter', 'drop-oldest', 'latest-by-key'),
  lagThreshold: [isCount, 'milliseconds from 0 on'],
  signal: [(given) => isFunction(has(given, 'addEventListener')), 'an AbortSignal'],
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
export function assertOptions(options: object, source: string): void {
  for (const [option, [fits, expected]] of Object.entries(rules())) {
    const given = has(options, option);
    if (given !== undefined && !fits(given)) throw new BusError('invalid-option', { option, given, expected, source });
  }
}
