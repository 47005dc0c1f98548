import type { OnceOptions } from '../bus.ts';
import type { BusContext } from '../bus-context.ts';
import { BusError } from '../bus-error.ts';
import type { AnyEventContract } from '../define-event.ts';
import { inDevelopment } from '../development.ts';
import type { BusEvent } from '../event.ts';
import { startTimer, type Timer } from '../start-timer.ts';
import { assertOptions } from './check-options.ts';
import { subscribe } from './subscribe.ts';
import { toTarget } from './target.ts';

/** The next event of a contract, or a retained one. */
export function once(bus: BusContext, contract: AnyEventContract, asked: OnceOptions): Promise<BusEvent> {
  const { source } = bus;
  if (inDevelopment) assertOptions(asked, source);
  const { timeout: after = Infinity, signal, ...options } = asked;
  const target = toTarget(contract, bus);
  const ending = new AbortController();
  let timer: Timer | undefined;
  return new Promise<BusEvent>((resolve, reject) => {
    signal?.throwIfAborted();
    signal?.addEventListener('abort', () => reject(signal.reason), { signal: ending.signal });
    ending.signal.addEventListener(
      'abort',
      bus.whenDisposed(() => reject(new BusError('disposed', { action: 'once', source }))),
    );
    timer = startTimer(bus.hub, () => reject(new BusError('timed-out', { type: target.text, source, after })), after);
    const finish = (event: BusEvent): void => {
      ending.abort();
      resolve(event);
    };
    subscribe(bus, target, finish, { ...options, signal: ending.signal });
  }).finally(() => {
    timer?.stop();
    ending.abort();
  });
}
