import type { Handle } from './contestant.ts';

/** What subscribers do: next to nothing, or what a micro-frontend does. */
export type WorkName = 'tally' | 'carts';

/** What subscribers do, and a count that nobody can do without doing it: no compiler may leave out what they do. */
export interface Work {
  readonly handle: Handle;
  /** The pieces that all subscribers have been told of. */
  pieces(): number;
}

/** What as many subscribers do, by its name. */
export function workFor(name: WorkName, subscribers: number): Work {
  return name === 'carts' ? carts(subscribers) : tally();
}

/** Next to nothing: a sum is added to. */
export function tally(): Work {
  let pieces = 0;
  return {
    handle: ({ quantity }) => {
      pieces += quantity;
    },
    pieces: () => pieces,
  };
}

/** What a micro-frontend does: each keeps the lines of a cart by their article, adds them up, and has the text that it shows. */
export function carts(subscribers: number): Work {
  const kept = Array.from({ length: subscribers }, () => ({ lines: new Map<string, Line>(), text: '' }));
  let pieces = 0;
  return {
    handle({ sku, quantity, price }, subscriber) {
      const cart = kept[subscriber]!;
      cart.lines.set(sku, { quantity, price });
      let total = 0;
      for (const line of cart.lines.values()) total += line.quantity * line.price;
      cart.text = `${cart.lines.size} articles, €${total.toFixed(2)}`;
      pieces += quantity;
    },
    pieces: () => pieces,
  };
}

interface Line {
  readonly quantity: number;
  readonly price: number;
}
