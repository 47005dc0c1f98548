import { type AnyEventContract, type Bus, createBus, createHub, defineEvent } from '@busbar/core';
import * as z from 'zod';
import type { madeTitles } from '../kinds.ts';
import type { Growth } from './growth.ts';

const item = { sku: 'A-1', quantity: 1, price: 19.5, gift: false };

/** What micro-frontends make when they begin. */
export const madeGrowths: Readonly<Record<keyof typeof madeTitles, () => Growth>> = {
  zodSchema() {
    const schemas: unknown[] = [];
    return each(() => schemas.push(createSchema()));
  },
  contractZod: () => knowing(createSchema),
  contractUsed: () => knowing(createSchema, (bus, contract) => bus.emit(contract, item)),
  contractByHand() {
    const validate = (value: unknown) => ({ value });
    const schema = { '~standard': { version: 1, vendor: 'by-hand', validate } } as const;
    return knowing(() => schema);
  },
  bus() {
    const hub = createHub();
    const buses: Bus[] = [];
    return each((index) => buses.push(createBus({ source: `part-${index}`, hub })));
  },
  scope() {
    const bus = createBus({ source: 'cart', hub: createHub() });
    const scopes: Bus[] = [];
    return each(() => scopes.push(bus.scope()));
  },
};

function createSchema() {
  return z.object({ sku: z.string(), quantity: z.number().int().positive(), price: z.number(), gift: z.boolean() });
}

/** A topic of the hub for each: what a scope that first mentions a contract makes of it. */
function knowing(
  schemaOf: () => AnyEventContract['schema'],
  use: (bus: Bus, contract: AnyEventContract) => void = () => {},
): Growth {
  const hub = createHub();
  return each((index) => {
    const contract = defineEvent(`cart:happened${index}`, { version: 1, schema: schemaOf(), dom: 'off' });
    use(createBus({ source: 'cart', hub, contracts: [contract] }), contract);
    return hub.topics.size;
  });
}

/** `make` answers how many there are now. */
function each(make: (index: number) => number): Growth {
  let made = 0;
  return (count) => {
    let there = 0;
    for (const end = made + count; made < end; made++) there = make(made);
    return there;
  };
}
