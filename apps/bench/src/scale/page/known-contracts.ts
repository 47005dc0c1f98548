import { createBus, createHub, defineEvent } from '@busbar/core';
import type { Course, Handle } from '../../contestants/contestant.ts';
import { itemSchema } from '../../contestants/item-schema.ts';
import { settledAtOnce } from '../../contestants/settled-at-once.ts';

/** As many of the known contracts are emitted in turns, each of them with one subscriber. */
const used = 10;

/** A page that knows so many contracts, of which ten are in use. */
export function openKnownContracts(known: number, handle: Handle, byName = false): Course {
  const contracts = Array.from({ length: known }, (_contract, index) =>
    // Cloned: each team has a schema of its own.
    defineEvent(`team${index % 50}:happened${index}`, { version: 1, schema: itemSchema.clone(), dom: 'off' }),
  );
  const bus = createBus({ source: 'cart', hub: createHub(), contracts });
  const inUse = Array.from({ length: used }, (_contract, index) => contracts[Math.floor((index * known) / used)]!);
  for (const [index, contract] of inUse.entries()) {
    bus.on(contract, ({ data }) => handle(data, index), { delivery: 'sync' });
  }
  let turn = 0;
  return {
    emit(payload) {
      const contract = inUse[turn++ % used]!;
      if (byName) bus.emit(contract.type, payload);
      else bus.emit(contract, payload);
    },
    settled: settledAtOnce,
    close: () => bus.dispose(),
  };
}
