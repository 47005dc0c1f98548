import type { Bus } from '@busbar/core';
import type { Copy } from './copy.ts';
import type { Item, ItemName } from './item-contracts.ts';
import type { Ledger } from './ledger.ts';

/** What one micro-frontend says, in the books. */
export interface Emitter {
  /** Emits one event of the load, good or bad. */
  emitOne(): void;
  /** Emits more in one go than may wait to be mirrored. */
  flood(): void;
}

const shares: readonly (readonly [number, ItemName])[] = [
  [0.55, 'moved'],
  [0.75, 'placed'],
  [0.85, 'counted'],
  [0.95, 'checked'],
  [1, 'weighed'],
];

export function createEmitter(bus: Bus, { item }: Copy, ledger: Ledger, random: () => number): Emitter {
  let number = 0;
  const next = (): Item => ({ number: ++number, place: `shelf ${Math.floor(random() * 50)}`, tags: ['a', 'b'] });

  function emitOne(): void {
    const chance = random();
    const [, name] = shares.find(([share]) => chance < share)!;
    const data = next();
    if (chance < 0.01) return ledger.publish(name, 0, () => bus.emit(item[name], { ...data, number: 'none' } as never));
    if (chance < 0.03) return ledger.publish('moved', data.number, () => dispatch(item.moved.type, data));
    const options = chance < 0.1 ? { idempotencykey: `key ${Math.floor(random() * 20)}` } : {};
    ledger.publish(name, data.number, () => bus.emit(item[name], data, options));
  }

  return {
    emitOne,
    flood() {
      for (let count = 0; count < 12_000; count++) {
        const data = next();
        ledger.publish('spilled', data.number, () => bus.emit(item.spilled, data));
      }
    },
  };
}

/** What code says that knows nothing of Busbar. */
function dispatch(type: string, detail: Item): void {
  window.dispatchEvent(new CustomEvent(type, { detail }));
}
