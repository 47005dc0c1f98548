import type { OnceOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import type { BusEvent } from '../event.ts';
import { subscribe } from './subscribe.ts';
import { toTarget } from './target.ts';

/** The next event of a contract, or a retained one. */
export function once(
  bus: BusContext,
  contract: AnyEventContract,
  { timeout, signal, ...options }: OnceOptions,
): Promise<BusEvent> {
  const target = toTarget(contract, bus);
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const ending = new AbortController();
    const finish = (settle: () => void): void => {
      ending.abort();
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      forget();
      settle();
    };
    const aborted = (): void => finish(() => reject(signal?.reason));
    const forget = bus.whenDisposed(() => finish(() => reject(new BusError('disposed', { action: 'once', source: bus.source }))));
    const timer =
      timeout === undefined
        ? undefined
        : setTimeout(() => {
            finish(() => reject(new BusError('timed-out', { type: target.text, source: bus.source, after: timeout })));
          }, timeout);
    signal?.addEventListener('abort', aborted, { once: true });
    subscribe(bus, target, (event) => finish(() => resolve(event)), { ...options, signal: ending.signal });
  });
}
