import type { CartState, Line } from 'contracts';

/** What the cart tells others about itself: its lines, how many things they are, and what they cost in cents. */
export function summariseCart(lines: readonly Line[]): CartState {
  return {
    lines: [...lines],
    count: lines.reduce((sum, { quantity }) => sum + quantity, 0),
    total: lines.reduce((sum, { quantity, price }) => sum + quantity * price, 0),
  };
}
