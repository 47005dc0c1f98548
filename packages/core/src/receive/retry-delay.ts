import { ask } from '../ask.ts';
import type { RetryOptions } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import { isThenable } from '../is-thenable.ts';
import { longest } from '../start-timer.ts';
import type { Listener } from './listener.ts';

/**
 * How long to wait before the next try; undefined if there is none. Grows by `factor` up to `maxDelay`, less a random
 * share, so that many do not come back at the same moment.
 */
export function retryDelay(listener: Listener, { type }: BusEvent, error: unknown, tried: number): number | undefined {
  const { source, options, bus } = listener;
  const { retry = 0 } = options;
  const told = { callback: 'retry.when', type, source };
  return ask(told, () => delayOf(typeof retry === 'object' ? retry : { attempts: retry }, error, tried), bus.report);
}

/** Undefined where `when` answered no; where it answered late, its promise, for the asker to see. */
function delayOf(
  { attempts, delay = 100, factor = 2, maxDelay = 30_000, jitter = 0.2, when = () => true }: RetryOptions,
  error: unknown,
  tried: number,
): number | undefined {
  const isWorthIt: unknown = tried <= attempts && when(error, tried);
  if (!isWorthIt) return undefined;
  if (isThenable(isWorthIt)) return isWorthIt as never;
  return Math.min(delay * factor ** (tried - 1), maxDelay, longest) * (1 - jitter * Math.random());
}
