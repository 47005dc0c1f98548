import type { Page } from '@playwright/test';

/** Something that happens on the page, and what has to be seen then. */
interface Action {
  /** Actions of one kind are summed up together. */
  readonly kind: ActionKind;
  /** Gets ready, and answers what then does it: with as little script of its own in the page as possible. */
  readonly prepare: (page: Page) => Promise<() => Promise<unknown>>;
  /** A section, and what it says after the action. */
  readonly shows: readonly [section: string, text: string];
}

export const actionKinds = ['log in', 'add to the cart', 'change a quantity', 'type a letter', 'hear news', 'log out'] as const;
export type ActionKind = (typeof actionKinds)[number];

/** Presses the button of the mouse where the button of the page is. */
const click = (name: string) => async (page: Page) => {
  const button = page.getByRole('button', { name, exact: true });
  await button.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await button.boundingBox())!;
  return () => page.mouse.click(x + width / 2, y + height / 2);
};

const press = (key: string) => async (page: Page) => {
  await page.getByLabel('Filter the products').focus();
  return () => page.keyboard.press(key);
};

const say = (id: string, text: string, urgent: boolean) => async (page: Page) => () =>
  page.evaluate((data) => window.postMessage(data), { id, text, urgent });

const add = (name: string, text: string): Action => ({
  kind: 'add to the cart',
  prepare: click(`Add ${name}`),
  shows: ['cart-badge', text],
});
const type = (letter: string, text: string): Action => ({
  kind: 'type a letter',
  prepare: press(letter),
  shows: ['product-list', text],
});
const hear = (id: string, words: string, urgent: boolean): Action => ({
  kind: 'hear news',
  prepare: say(id, words, urgent),
  shows: ['notification-list', words],
});

/** One visit of the shop: what its customer does and what its server says, in this order. */
export const visit: readonly Action[] = [
  { kind: 'log in', prepare: click('Log in'), shows: ['greeting', 'Good to see you, Ada Ampere'] },
  add('Brass lamp', '1 in the cart, €19.00'),
  add('Copper kettle', '2 in the cart, €71.00'),
  add('Brass lamp', '3 in the cart, €90.00'),
  hear('n-1', 'Your parcel is on its way', false),
  { kind: 'change a quantity', prepare: click('One more: Copper kettle'), shows: ['cart-summary', 'Sum €134.90'] },
  { kind: 'change a quantity', prepare: click('One less: Brass lamp'), shows: ['cart-panel', '3 pieces, €123.00'] },
  type('l', '32 products'),
  type('a', '16 products'),
  type('m', '8 products'),
  type('p', '8 products'),
  hear('n-2', 'Your parcel is here', true),
  { kind: 'log out', prepare: click('Log out'), shows: ['loyalty-points', '0 points from 0 orders'] },
];
