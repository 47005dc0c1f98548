import { type AnyEventContract, type Bus, type BusEvent, createBus, createHub } from '@busbar/core';
import { checkAfterEach, complain } from './check-after-each.ts';
import { createFaults } from './faults/inject.ts';
import { Strictness } from './strictness.ts';
import type { ExpectedLetter, TestBus, TestBusOptions, WaitOptions } from './test-bus.ts';
import { createEndlessGuard } from './time/endless-guard.ts';
import { flush, runTasks } from './time/flush.ts';
import { enterVirtualTime, type VirtualTime } from './time/virtual-time.ts';
import { typeOf } from './type-of.ts';
import { waitFor } from './wait-for.ts';
import { Wire } from './wire.ts';

/**
 * Makes a bus for one test, on a hub of its own that has no window unless `hub` names one. Dispose of it after the test:
 * that ends its faults and gives the page its own time back.
 *
 * @throws BusError what `createBus` throws.
 * @example
 * using bus = createTestBus({ time: 'virtual' });
 * startCheckout(bus);
 * bus.emit(cart.changed, fixture(cart.changed));
 * await bus.advance(30_000);
 * expect(bus.emitted(checkout.expired)).toHaveLength(1);
 */
export function createTestBus(options: TestBusOptions = {}): TestBus {
  const { source = 'test', time = 'real', strict = false, hub, ...rest } = options;
  // Before the hub looks at the clock.
  const virtualTime = time === 'virtual' ? enterVirtualTime() : undefined;
  try {
    let strictness: Strictness | undefined;
    const onError: TestBusOptions['onError'] = strict ? (error) => strictness!.report(error) : undefined;
    const bus = createBus({
      ...rest,
      ...(onError && !rest.onError && { onError }),
      source,
      hub: hub ?? createHub({ ...(rest.limits && { limits: rest.limits }) }),
    });
    strictness = new Strictness(bus.deadLetters);
    if (strict) checkAfterEach(strictness, () => bus.disposed);
    return extend(bus, strictness, virtualTime);
  } catch (error) {
    virtualTime?.leave();
    throw error;
  }
}

function extend(bus: Bus, strictness: Strictness, virtualTime: VirtualTime | undefined): TestBus {
  const { hub } = bus;
  const wire = Wire.join(hub);
  if (virtualTime) wire.guard ??= createEndlessGuard();
  const ends = new Set<() => void>();
  const dispose = (): void => {
    if (bus.disposed) return;
    for (const end of [...ends]) end();
    bus.dispose();
    wire.leave();
    virtualTime?.leave();
  };
  const additions = {
    emitted: (asked: AnyEventContract | string): BusEvent[] => {
      const type = typeOf(asked);
      return wire.events.filter((event) => event.type === type);
    },
    waitFor: async (asked: AnyEventContract | string, wanted: WaitOptions | WaitOptions['where'] = {}) =>
      waitFor(wire, ends, typeOf(asked), typeof wanted === 'function' ? { where: wanted } : wanted),
    flush: () => flush(hub),
    async advance(milliseconds: number) {
      if (!virtualTime) throw new Error(realTime);
      await flush(hub, { frames: false });
      await virtualTime.advance(milliseconds, () => runTasks(hub));
      await flush(hub, { frames: false });
    },
    inject: createFaults(wire, ends),
    expectDeadLetter: (which?: ExpectedLetter) => strictness.expect(which),
    verify: () => complain(strictness.takeComplaints()),
  };
  return Object.freeze(Object.defineProperties({}, { ...withDispose(bus, dispose), ...descriptorsOf(additions) })) as TestBus;
}

const realTime =
  'This bus runs in real time, which nobody advances. Make it with `createTestBus({ time: "virtual" })`, or wait with `waitFor` or `flush`.';

/** All that a bus has, `disposed` as it is asked for, with another way to end it under all names of that. */
function withDispose(bus: Bus, dispose: () => void): PropertyDescriptorMap {
  const own = descriptorsOf(bus);
  for (const key of Reflect.ownKeys(own)) {
    if (own[key as string]!.value === bus.dispose) own[key as string] = { value: dispose, enumerable: true };
  }
  return own;
}

function descriptorsOf(object: object): PropertyDescriptorMap {
  return Object.getOwnPropertyDescriptors(object) as PropertyDescriptorMap;
}
