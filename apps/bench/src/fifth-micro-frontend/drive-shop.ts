import { expect, type Page } from '@playwright/test';

/** Shops with the wish list and the others on one page. Answers what was seen to work, in words. */
export async function driveShop(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const wishList = page.getByRole('region', { name: 'Wish list' });
  const cart = page.locator('#cart-panel');
  const seen: string[] = [];

  await wishList.getByLabel('I wish for').selectOption({ label: 'Desk lamp' });
  await expect(wishList.getByText('Desk lamp, 0 in the cart')).toBeVisible();
  seen.push('it offers what the shell said it sells before it was there');

  await wishList.getByRole('button', { name: 'Put Desk lamp into the cart' }).click();
  await expect(cart.getByText('Desk lamp').first()).toBeVisible();
  await expect(page.getByRole('button', { name: /^Cart, items: 1/ })).toBeVisible();
  seen.push('the cart takes what it puts in, and the shell counts it');

  await cart.getByRole('button', { name: 'One more' }).first().click();
  await expect(wishList.getByText('Desk lamp, 2 in the cart')).toBeVisible();
  seen.push('it hears of what the cart changes');

  await page.reload();
  await wishList.getByLabel('I wish for').selectOption({ label: 'Desk lamp' });
  await expect(wishList.getByText('Desk lamp, 2 in the cart')).toBeVisible();
  seen.push('after a reload it knows what the cart has kept');
  return seen;
}
