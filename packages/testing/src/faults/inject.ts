import type { AnyEventContract } from '@busbar/core';
import { typeOf } from '../type-of.ts';
import type { Wire } from '../wire.ts';
import { delay } from './delay.ts';
import { drop } from './drop.ts';
import { duplicate } from './duplicate.ts';
import type { Fault } from './fault.ts';
import type { DropOptions, Faults } from './faults.ts';
import { reorder } from './reorder.ts';

/** Puts faults on a wire, and tells `ends` how each is ended. */
export function createFaults(wire: Wire, ends: Set<() => void>): Faults {
  const put = (fault: Fault): (() => void) => {
    wire.faults.add(fault);
    const end = (): void => {
      if (!ends.delete(end)) return;
      wire.faults.delete(fault);
      fault.end();
    };
    ends.add(end);
    return end;
  };
  return {
    duplicate: (asked, times = 1) => put(duplicate(typeOf(asked), whole('inject.duplicate', times, 1))),
    drop: (asked: AnyEventContract | string, options: DropOptions<never> = {}) => {
      if (options.next !== undefined) whole('inject.drop', options.next, 0);
      return put(drop(typeOf(asked), options as DropOptions));
    },
    delay: (asked, milliseconds) => put(delay(typeOf(asked), duration('inject.delay', milliseconds))),
    reorder: (asked, group = 2) => put(reorder(typeOf(asked), whole('inject.reorder', group, 2))),
  };
}

function whole(what: string, given: number, least: number): number {
  if (Number.isSafeInteger(given) && given >= least) return given;
  throw new TypeError(`${what} takes a whole number from ${least} on, not ${given}.`);
}

function duration(what: string, given: number): number {
  if (given >= 0 && given < Infinity) return given;
  throw new TypeError(`${what} takes milliseconds from 0 on, not ${given}.`);
}
