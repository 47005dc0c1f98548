import { type Bus, createBus, defineEvents } from '@busbar/core';
import { nextTask } from '../measure/next-task.ts';
import type { BusbarSetting } from './busbar-setting.ts';
import type { Contestant, Course, Handle, Payload } from './contestant.ts';
import { itemSchema } from './item-schema.ts';
import { busbarProfile } from './profiles.ts';

const item = { version: 1, schema: itemSchema };
const cart = defineEvents('cart', {
  itemAddedBoth: { ...item, dom: 'both' },
  itemAddedOut: { ...item, dom: 'out' },
  itemAddedOff: { ...item, dom: 'off' },
  itemKept: { ...item, dom: 'off', retain: 'latest' },
});
const contracts = { both: cart.itemAddedBoth, out: cart.itemAddedOut, off: cart.itemAddedOff };

/** Busbar with a contract of Zod, as it is built for production. */
export function busbar(setting: BusbarSetting): Contestant {
  return {
    ...busbarProfile(setting),
    open: (subscribers, handle) => openHeardBy([listen], setting, subscribers, handle),
    async hearLate(payload, handle) {
      const bus = createBus({ source: 'cart' });
      bus.emit(cart.itemKept, payload);
      bus.on(cart.itemKept, ({ data }) => handle(data, 0), optionsOf(setting));
      await settled(bus);
      bus.dispose();
    },
  };
}

/** Subscribes handlers of this bundle to a bus, which may be another bundle's; they are told numbers from `first` on. */
export function listen(bus: Bus, setting: BusbarSetting, first: number, subscribers: number, handle: Handle): void {
  for (let index = 0; index < subscribers; index++) subscribe(bus, setting, first + index, handle);
}

/** A course on one bus of this bundle, heard by as many handlers of each bundle that the functions are from. */
export function openHeardBy(
  listens: readonly (typeof listen)[],
  setting: BusbarSetting,
  subscribers: number,
  handle: Handle,
): Course {
  const bus = createBus({ source: 'cart' });
  for (const [index, hear] of listens.entries()) hear(bus, setting, index * subscribers, subscribers, handle);
  const contract = contracts[setting.dom];
  return {
    emit: (payload) => bus.emit(contract, payload),
    settled: () => settled(bus),
    close: () => bus.dispose(),
  };
}

function subscribe(bus: Bus, setting: BusbarSetting, subscriber: number, handle: Handle): void {
  const { dom, pattern } = setting;
  const options = optionsOf(setting);
  if (pattern) bus.on(pattern, ({ data }) => handle(data as Payload, subscriber), options);
  else bus.on(contracts[dom], ({ data }) => handle(data, subscriber), options);
}

function optionsOf({ delivery }: BusbarSetting): { readonly delivery?: 'sync' } {
  return delivery ? { delivery } : {};
}

/** The queue is worked off in a microtask that the first emit asked for, and what takes longer than a slice in tasks after it. */
export async function settled({ hub }: Bus): Promise<void> {
  await undefined;
  while (hub.queue.depth > 0) await nextTask();
}
