import { isBusError } from '@busbar/core';
import { expect } from '@busbar/testing/playwright';
import { cart, checkout } from 'contracts';
import { test } from '../fixtures/shop-test.ts';

test.describe('The Playwright fixture, against the shop as it is built for production', () => {
  test('waits for an event, and answers it as it was emitted', async ({ openShop, busbar }) => {
    const { addButton } = await openShop();
    const coming = busbar.expectEvent(cart.itemAdded);
    await addButton('Desk lamp').click();
    const event = await coming;
    expect(event).toMatchObject({ type: 'cart:itemAdded', source: 'shell', dataversion: 2, subject: 'lamp-01' });
    expect(event.data).toEqual({ sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 1 });
    const changed = await busbar.expectEvent(cart.changed, { count: 1 });
    expect(changed.causationid).toBe(event.id);
  });

  test('takes part of the payload, with matchers, a question to the whole event, or a name', async ({ openShop, busbar }) => {
    const { addButton } = await openShop();
    for (const product of ['Desk lamp', 'Stove kettle']) await addButton(product).click();
    const byPart = await busbar.expectEvent(cart.changed, {
      lines: [{ sku: 'lamp-01' }, { sku: expect.stringMatching(/^kettle/) }],
    });
    const byQuestion = await busbar.expectEvent(cart.changed, ({ data, source }) => source === 'cart' && data.count === 2);
    const byName = await busbar.expectEvent('cart:changed', { count: 2, total: expect.any(Number) });
    expect(byPart.data.lines).toHaveLength(2);
    expect([byQuestion.id, byName.id]).toEqual([byPart.id, byPart.id]);
  });

  test('counts what came already, but not what came before the page was loaded anew, or before a mark', async ({
    openShop,
    busbar,
  }) => {
    const { page, addButton } = await openShop();
    await addButton('Desk lamp').click();
    await busbar.expectEvent(cart.itemAdded);
    const mark = await busbar.mark();
    await expect(busbar.expectEvent(cart.itemAdded, undefined, { since: mark, timeout: 100 })).rejects.toThrow(/since the mark/);
    await page.reload();
    await expect(busbar.expectEvent(cart.itemAdded, {}, { timeout: 100 })).rejects.toThrow(
      /1 that would do came earlier: \{ since: 'start' \} counts them/,
    );
    await busbar.expectEvent(cart.itemAdded, { sku: 'lamp-01' }, { since: 'start' });
  });

  test('says what came nearest, where it differs, and what came instead', async ({ openShop, busbar }) => {
    const { addButton } = await openShop();
    for (const product of ['Stove kettle', 'Desk lamp']) await addButton(product).click();
    await busbar.expectEvent(cart.itemAdded, { sku: 'lamp-01' });
    const failure = await busbar
      .expectEvent(cart.itemAdded, { sku: 'lamp-01', quantity: 3, price: expect.any(Number) }, { timeout: 100 })
      .catch(String);
    expect(failure).toContain(
      'No event "cart:itemAdded" v2 with {"sku":"lamp-01","quantity":3,"price":"Any<Number>"} came within 100 ms.',
    );
    expect(failure).toMatch(/The nearest of 2, from shell at [\d:.]+:\n {2}quantity: expected 3, got 1\n/);
    expect(failure).toMatch(
      /\n[\d:.]+ {2}cart:changed v1 from cart because of cart:itemAdded {2}\{"lines":\[\{"sku":"kettle-02"/,
    );
  });

  test('emits, and the micro-frontends hear it', async ({ openShop, busbar }) => {
    const { line } = await openShop();
    const event = await busbar.emit(cart.itemAdded, { sku: 'lamp-01', name: 'Desk lamp', price: 12_900, quantity: 2 });
    expect(event).toMatchObject({ source: 'playwright', dataversion: 2, data: { quantity: 2 } });
    await expect(line('Desk lamp')).toContainText('€258.00');
    const changed = await busbar.expectEvent(cart.changed, { count: 2 });
    expect(changed.causationid).toBe(event.id);
    const named = await busbar.emit('cart:itemRemoved', { sku: 'lamp-01' }, { source: 'shell' });
    expect(named.source).toBe('shell');
    await expect(line('Desk lamp')).toHaveCount(0);
  });

  test('is refused what the contracts of the page refuse, with the error and its issues', async ({ openShop, busbar }) => {
    await openShop();
    const refusal = await busbar.emit('cart:itemAdded', { sku: 'lamp-01', quantity: '2' }).catch((error: unknown) => error);
    if (!isBusError(refusal, 'invalid-payload')) throw refusal;
    expect(refusal.details.issues.map(({ path }) => path)).toEqual(['name', 'price', 'quantity']);
    await expect(busbar.emit('cart:itemStolen', {})).rejects.toMatchObject({ code: 'unknown-contract' });
    const [event] = await busbar.trail('cart:itemAdded');
    expect(event).toMatchObject({ published: false, source: 'playwright', deadLetters: [{ reason: 'invalid' }] });
    await expect(busbar.expectEvent(cart.itemAdded, undefined, { timeout: 100 })).rejects.toThrow(/refused: cart:itemAdded/);
  });

  test('tells the newest payload', async ({ openShop, busbar }) => {
    const { page, addButton, cart: panel } = await openShop();
    for (const product of ['Desk lamp', 'Stove kettle']) await addButton(product).click();
    await expect(panel.getByRole('status')).toContainText('2 items');
    expect(await busbar.latest(cart.changed)).toMatchObject({ count: 2 });
    expect(await busbar.latest(checkout.orderPlaced)).toBeUndefined();
    await page.reload();
    await busbar.expectEvent(cart.changed);
    expect((await busbar.latest(cart.changed))?.lines).toHaveLength(2);
  });

  test('tells all that happened, across reloads, with causes and dead letters', async ({ openShop, busbar, expectMessage }) => {
    expectMessage(/refused-plain-event/);
    const { page, switches, addButton } = await openShop();
    await addButton('Desk lamp').click();
    await page.reload();
    await page.getByRole('button', { name: 'Switches' }).click();
    await switches.getByRole('button', { name: 'Send malformed' }).click();
    await expect.poll(() => busbar.deadLetters()).toHaveLength(1);
    const [letter] = await busbar.deadLetters();
    expect(letter).toMatchObject({ reason: 'invalid', event: { source: 'window' }, error: { code: 'invalid-payload' } });
    const trail = await busbar.trail();
    const added = trail.find(({ type }) => type === 'cart:itemAdded');
    expect(trail.filter(({ causationid }) => causationid === added?.id)).toMatchObject([
      { type: 'cart:changed', published: true },
    ]);
    expect(trail.filter(({ type }) => type === 'checkout:ordersChanged')).toHaveLength(2);
    expect(trail.find(({ published }) => !published)?.deadLetters).toEqual([letter]);
  });
});
