import type { CartState, Order } from 'contracts';

/** Crockford's Base32: no letter that can be read as another letter or as a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** An order of all that is in the cart, with a number that nobody else has drawn: 40 random bits, `7K3Q-9M2T`. */
export function createOrder({ lines, total }: CartState, placedAt: Date): Order {
  return { number: drawNumber(), placedAt: placedAt.toISOString(), lines: [...lines], total };
}

function drawNumber(): string {
  const drawn = crypto.getRandomValues(new Uint8Array(8));
  const signs = Array.from(drawn, (byte) => alphabet[byte % alphabet.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}
