import type { Payload } from './contestant.ts';

const kinds = 64;

/** What is emitted, in turns, made beforehand: sixty-four articles. */
const payloads: readonly Payload[] = Array.from({ length: kinds }, (_each, index) => ({
  sku: `A-${index + 1}`,
  quantity: index + 1,
  price: 19.5 + index,
  gift: index % 2 === 0,
}));

/** The payload of the how many-th event. */
export function payloadOf(event: number): Payload {
  return payloads[event % kinds]!;
}

/** How many pieces the first events are of, all together. */
export function piecesOf(events: number): number {
  const inAll = (kinds * (kinds + 1)) / 2;
  const rest = events % kinds;
  return Math.floor(events / kinds) * inAll + (rest * (rest + 1)) / 2;
}
