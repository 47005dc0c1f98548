import type { Copy } from './copy.ts';
import type { Item } from './item-contracts.ts';
import type { Ledger } from './ledger.ts';

/** Puts two micro-frontends on the page that answer each other for ever. The answer begins a ring, which the hub has to end. */
export function createRing(north: Copy, south: Copy, ledger: Ledger): () => void {
  const asking = north.createBus('ring-north');
  const answering = south.createBus('ring-south');
  const ask = (data: Item): void => ledger.publish('asked', data.number, () => asking.emit(north.item.asked, data));
  const answer = (data: Item): void => ledger.publish('answered', data.number, () => answering.emit(south.item.answered, data));
  ledger.open(asking.source, ['answered']);
  ledger.open(answering.source, ['asked']);
  asking.on(north.item.answered, ({ data }) => ask(data));
  answering.on(south.item.asked, ({ data }) => answer(data));
  return () => ask({ number: 0, place: 'ring', tags: [] });
}
