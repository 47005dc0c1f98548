import { checkout, type Order } from 'contracts';
import { type Delivery, deliveryFields } from './delivery.ts';

const key = 'shop.checkout';

/** What somebody ordered on this visit, and where it goes. */
export interface Visit {
  readonly order: Order;
  readonly delivery: Delivery;
}

/** The visit that this tab kept; undefined where it kept none, or something that is none. */
export function readVisit(): Visit | undefined {
  try {
    const { order, delivery } = JSON.parse(sessionStorage.getItem(key) ?? '{}');
    const result = checkout.orderSubmitted.schema['~standard'].validate(order);
    return 'value' in result && isDelivery(delivery) ? { order: result.value, delivery } : undefined;
  } catch {
    return undefined;
  }
}

/** Keeps the visit as long as the tab, over reloads; nothing where there is none. Where the browser keeps nothing, it is over with the page. */
export function writeVisit(visit: Visit | undefined): void {
  try {
    if (visit) sessionStorage.setItem(key, JSON.stringify(visit));
    else sessionStorage.removeItem(key);
  } catch {
    // Nothing to do: what the page shows is right all the same.
  }
}

function isDelivery(stored: unknown): stored is Delivery {
  const given = Object(stored) as Record<string, unknown>;
  return deliveryFields.every((field) => typeof given[field] === 'string');
}
