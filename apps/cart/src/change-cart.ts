import { isPriced, type Line, type Offer, type Order } from 'contracts';
import { priceLine } from './price-line.ts';

/** What the cart holds, and which orders have already been taken out of it. */
export interface CartContent {
  readonly lines: readonly Line[];
  /** Order numbers, newest last. */
  readonly orders: readonly string[];
}

/** What can happen to a cart. */
export type CartChange =
  | { readonly kind: 'added'; readonly line: Line }
  | { readonly kind: 'quantity'; readonly sku: string; readonly quantity: number }
  | { readonly kind: 'removed'; readonly sku: string }
  | { readonly kind: 'offered'; readonly offers: readonly Offer[] }
  | { readonly kind: 'ordered'; readonly order: Pick<Order, 'number' | 'lines'> };

/** The largest quantity of one line; whoever asks for more gets this. */
export const mostOfALine = 99;

/** As many as `checkout:orderPlaced` retains: an older order cannot come again. */
const rememberedOrders = 20;

/** The cart after a change; the very same object where nothing changes. */
export function changeCart(content: CartContent, change: CartChange): CartContent {
  switch (change.kind) {
    case 'added':
      return { ...content, lines: addLine(content.lines, change.line) };
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

function addLine(lines: readonly Line[], added: Line): readonly Line[] {
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
  const noted: CartContent = { ...content, orders: [...content.orders, order.number].slice(-rememberedOrders) };
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
