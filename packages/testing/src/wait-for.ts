import type { BusEvent } from '@busbar/core';
import { tellEvents } from './tell-events.ts';
import type { WaitOptions } from './test-bus.ts';
import { longest } from './time/fake-clock.ts';
import type { Wire } from './wire.ts';

/** The first event of a name that fits, past or to come; `ends` tells those who wait of the end of the bus. */
export function waitFor(wire: Wire, ends: Set<() => void>, type: string, options: WaitOptions): Promise<BusEvent> {
  const { where = () => true, timeout = 1_000 } = options;
  if (!(timeout >= 0)) throw new TypeError(`waitFor takes milliseconds from 0 on, not ${timeout}.`);
  const fits = (event: BusEvent): boolean => event.type === type && where(event);
  return new Promise<BusEvent>((resolve, reject) => {
    const past = wire.events.find(fits);
    if (past) return resolve(past);
    const stop = (): void => {
      clearTimeout(timer);
      wire.observers.delete(observe);
      ends.delete(end);
    };
    const observe = (event: BusEvent): void => {
      try {
        if (!fits(event)) return;
        resolve(event);
      } catch (error) {
        reject(error);
      }
      stop();
    };
    const fail = (why: string): void => {
      stop();
      reject(new Error(`${why}\n${tellEvents(wire.events)}`));
    };
    const end = (): void => fail(`The bus was disposed while somebody waited for "${type}".`);
    const giveUp = (): void => fail(tooLate(wire, type, timeout, 'where' in options));
    const timer = timeout > longest ? undefined : setTimeout(giveUp, timeout);
    wire.observers.add(observe);
    ends.add(end);
  });
}

function tooLate({ events }: Wire, type: string, timeout: number, isPicky: boolean): string {
  const others = events.filter((event) => event.type === type).length;
  const which = isPicky ? `No "${type}" that \`where\` takes` : `No "${type}"`;
  return `${which} was emitted within ${timeout} ms${others > 0 ? `; ${others} others were` : ''}.`;
}
