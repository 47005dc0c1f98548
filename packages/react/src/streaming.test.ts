import { expect, test } from 'vitest';
import { cart } from './cart-page.test.fixture.tsx';
import { Request } from './request.server.test.fixture.tsx';

test('requests that stream at the same time see what their own bus was told, and nothing else', async () => {
  const requests = Array.from(
    { length: 10 },
    (_, index) => new Request((bus) => bus.emit(cart.changed, { count: index, total: 0 })),
  );
  await expect.poll(() => requests.every(({ html }) => html.includes('waiting'))).toBe(true);
  // The later ones go on first.
  for (const [index, { bus }] of [...requests.entries()].reverse()) {
    bus.emit(cart.changed, { count: index + 100, total: 0 });
    bus.emit(cart.itemAdded, { sku: `sku-${index}` });
    await requests[index]!.finished;
    const before = requests.slice(0, index).map(({ html }) => html);
    expect(before.filter((html) => html.includes('then count'))).toEqual([]);
  }
  const shown = requests.map(({ html }) => [/count (\d+), letters/.exec(html)?.[1], /<b>(.*?)<\/b>/.exec(html)?.[1]]);
  expect(shown).toEqual(requests.map((_, index) => [`${index}`, `sku-${index}, then count ${index + 100}`]));
});

test('a request that was sent leaves no subscription on its bus', async () => {
  const { bus, finished } = new Request(() => {});
  await expect.poll(() => bus.metrics().subscriptions).toMatchObject([{ target: 'cart:itemAdded' }]);
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await finished;
  expect(bus.metrics().subscriptions).toEqual([]);
});
