import { InjectionToken } from '@angular/core';

/**
 * The numbers of the orders that were shown as new. The page keeps it from visit to visit, each of which makes another
 * application, since the bus gives each of them the same orders once more.
 */
export const ANNOUNCED_ORDERS: InjectionToken<Set<string>> = new InjectionToken('orders that were shown as new');
