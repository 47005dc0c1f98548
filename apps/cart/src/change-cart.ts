import { isPriced, type Line, type Offer, type Order } from 'contracts';
import { priceLine } from './price-line.ts';

/** What the cart holds, and what has already been put into it and taken out of it. */
export interface CartContent {
  readonly lines: readonly Line[];
  /** Ids of the events that put something in, newest last. */
  readonly additions: readonly string[];
  /** Order numbers, newest last. */
  readonly orders: readonly string[];
}

/** What can happen to a cart. */
export type CartChange =
  | { readonly kind: 'added'; readonly line: Line; readonly id: string }
  | { readonly kind: 'quantity'; readonly sku: string; readonly quantity: number }
  | { readonly kind: 'removed'; readonly sku: string }
  | { readonly kind: 'offered'; readonly offers: readonly Offer[] }
  | { readonly kind: 'ordered'; readonly order: Pick<Order, 'number' | 'lines'> };

/** The largest quantity of one line; whoever asks for more gets this. */
export const mostOfALine = 99;

/** As many as their events are retained, older ones cannot come again; and as many additions that were redriven late. */
const remembered = { additions: 100, orders: 20 };

/** The cart after a change; the very same object where nothing changes. */
export function changeCart(content: CartContent, change: CartChange): CartContent {
  switch (change.kind) {
    case 'added':
      return putIn(content, change);
    case 'quantity':
      return setQuantity(content, change.sku, atMost(change.quantity));
    case 'removed':
      return setQuantity(content, change.sku, 0);
    case 'offered':
      return priceLines(content, change.offers);
    case 'ordered':
      return takeOut(content, change.order);
  }
}

/** Puts a line in once, whenever it is heard: live, redriven, or replayed to a cart that mounted late or again. */
function putIn(content: CartContent, { line, id }: { readonly line: Line; readonly id: string }): CartContent {
  if (content.additions.includes(id)) return content;
  const additions = [...content.additions, id].slice(-remembered.additions);
  return { ...content, additions, lines: addLine(content.lines, line) };
}

/** The lines with one more; those of one product become one, up to the largest quantity. */
export function addLine(lines: readonly Line[], added: Line): readonly Line[] {
  if (!lines.some(({ sku }) => sku === added.sku)) return [...lines, { ...added, quantity: atMost(added.quantity) }];
  return lines.map((line) => {
    if (line.sku !== added.sku) return line;
    // Where the price is unknown, as to events of version 1, what the cart knows stays.
    const { name, price } = isPriced(added) ? added : line;
    return { ...line, name, price, quantity: atMost(line.quantity + added.quantity) };
  });
}

function priceLines(content: CartContent, offers: readonly Offer[]): CartContent {
  const lines = content.lines.map((line) => priceLine(line, offers));
  return lines.every((line, index) => line === content.lines[index]) ? content : { ...content, lines };
}

function setQuantity(content: CartContent, sku: string, quantity: number): CartContent {
  if (quantityOf(content, sku) === quantity || quantityOf(content, sku) === 0) return content;
  const lines = content.lines.map((line) => (line.sku === sku ? { ...line, quantity } : line));
  return { ...content, lines: lines.filter((line) => line.quantity > 0) };
}

/**
 * Takes an order out once, whenever it is heard: live, redriven, or replayed to a cart that mounted again. What was put in
 * after checkout had last looked stays.
 */
function takeOut(content: CartContent, order: Pick<Order, 'number' | 'lines'>): CartContent {
  if (content.orders.includes(order.number)) return content;
  const noted: CartContent = { ...content, orders: [...content.orders, order.number].slice(-remembered.orders) };
  return order.lines.reduce(takeOutLine, noted);
}

function takeOutLine(content: CartContent, { sku, quantity }: Line): CartContent {
  return setQuantity(content, sku, Math.max(0, quantityOf(content, sku) - quantity));
}

function quantityOf({ lines }: CartContent, wanted: string): number {
  return lines.find(({ sku }) => sku === wanted)?.quantity ?? 0;
}

function atMost(quantity: number): number {
  return Math.min(quantity, mostOfALine);
}
