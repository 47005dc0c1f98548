import { test as base } from '@playwright/test';
import { type BusbarFixtures, busbarFixtures } from './playwright/busbar-fixtures.ts';

export { expect } from '@playwright/test';
export type {
  Asked,
  Busbar,
  BusbarOptions,
  EmitOnPageOptions,
  EventFor,
  ExpectEventOptions,
  Mark,
  Match,
  PartialMatch,
  TrailRange,
} from './playwright/busbar.ts';
export type { RecordedError } from './playwright/in-page/recorded.ts';
export type { TrailEvent, TrailLetter } from './playwright/trail.ts';
export { type BusbarFixtures, busbarFixtures };

/**
 * Playwright's `test` with `busbar`: what goes over the buses of the pages of a test.
 *
 * @example
 * test('a product goes into the cart', async ({ page, busbar }) => {
 *   await page.goto('/');
 *   await page.getByRole('button', { name: 'Add to cart' }).first().click();
 *   await busbar.expectEvent(cart.itemAdded, { quantity: 1 });
 * });
 */
export const test = base.extend<BusbarFixtures>(busbarFixtures);
