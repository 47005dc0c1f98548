import { LitElementRenderer } from '@lit-labs/ssr';
import { expect, onTestFinished, test } from 'vitest';
import { answer } from './cart-page.server.test.fixture.ts';

/** What the badges of a page show. */
const shown = (html: string): string[] =>
  [...html.matchAll(/<output>(.*?)<\/output>/g)].map(([, text = '']) => text.replace(/<.*?>/g, ''));

test('a server renders what the bus of its request holds, and subscribes nothing', async () => {
  const { html, subscriptions } = await answer({ count: 2 });
  expect(shown(html)).toEqual(['2', '2']);
  expect(subscriptions).toBe(0);
});

test('a server renders no dead letters, also where its request has made some', async () => {
  const { html, deadLetters } = await answer({ count: 2 });
  expect(deadLetters).toBe(1);
  expect(html).not.toContain('<b>');
});

test('where a server calls `connectedCallback`, too, nothing is subscribed either', async () => {
  const { renderOptions } = LitElementRenderer;
  renderOptions.push(() => ({ connectedCallback: true }));
  onTestFinished(() => void renderOptions.pop());
  const { html, subscriptions } = await answer({ count: 2 });
  expect(shown(html)).toEqual(['2', '2']);
  expect(subscriptions).toBe(0);
});

test('two requests that are rendered at once, one waiting for the other, keep to their own bus', async () => {
  let resume = (_text: string): void => {};
  const data = new Promise<string>((resolve) => {
    resume = resolve;
  });
  const first = answer({ count: 1, data });
  expect(shown((await answer({ count: 2 })).html)).toEqual(['2', '2']);
  resume('late');
  const { html, subscriptions } = await first;
  expect(html).toContain('late');
  expect(shown(html)).toEqual(['1', '1']);
  expect(subscriptions).toBe(0);
});
