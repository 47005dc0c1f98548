import { expect } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';

type Name = 'a' | 'b' | 'older';
const orders: Name[][] = [
  ['a', 'older'],
  ['older', 'a'],
  ['a', 'older', 'b'],
];

for (const order of orders) {
  test(`one page, one bus, of any version: ${order.join(' before ')} warns once and works on`, async ({
    openProbe,
    expectMessage,
  }) => {
    expectMessage(/busbar version-skew.*(0\.0\.9.* and |and 0\.0\.9)/);
    const page = await openProbe(...order);
    const heard = await page.evaluate(async (order) => {
      const heard: string[] = [];
      const buses = [...order, ...order].map((name, index) => {
        const { createBus, parcel } = copies[name];
        const bus = createBus({ source: `${name}-${index}` });
        bus.on(parcel.sent, ({ data }) => heard.push(`${index} hears ${data.to}`));
        return () => bus.emit(parcel.sent, { number: index, to: `${index}` });
      });
      buses[0]?.();
      buses[1]?.();
      await copies.a.settled();
      return heard;
    }, order);
    expect(heard).toEqual(['0', '1'].flatMap((to) => [...order, ...order].map((_, index) => `${index} hears ${to}`)));
  });
}

test('the hub lists both versions', async ({ openProbe, expectMessage }) => {
  expectMessage(/busbar version-skew/);
  const page = await openProbe('older', 'a');
  const versions = await page.evaluate(() => {
    copies.older.createBus({ source: 'old-cart' });
    return copies.a.createBus({ source: 'checkout' }).metrics().copies;
  });
  expect(versions).toEqual([
    { version: '0.0.9', source: 'old-cart' },
    { version: expect.not.stringMatching('0.0.9'), source: 'checkout' },
  ]);
});

test('a hub of another protocol is refused by name, and no second bus begins in silence', async ({ openProbe }) => {
  const page = await openProbe('a');
  const refused = await page.evaluate(() => {
    const key = Symbol.for('busbar.hub');
    const foreign = { protocol: 2 };
    Object.defineProperty(globalThis, key, { value: foreign });
    try {
      copies.a.createBus({ source: 'cart' });
    } catch (error) {
      if (!copies.a.isBusError(error, 'protocol-mismatch')) throw error;
      return { ...error.details, message: error.message, untouched: Reflect.get(globalThis, key) === foreign };
    }
    return undefined;
  });
  expect(refused).toMatchObject({ ours: 1, theirs: 2, source: 'cart', untouched: true });
  expect(refused?.message).toContain('protocol 1');
});
