import { createBus } from '@busbar/core';
import { render as renderTemplate } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { html } from 'lit';
import './cart-badge.test.fixture.ts';
import { cart } from './cart-contracts.test.fixture.ts';

/** What a page is rendered for. */
export interface Request {
  readonly count: number;
  /** What the page waits for before it goes on. */
  readonly data?: Promise<string>;
}

/** The page, and what the bus of its request had to do. */
export interface Answer {
  readonly html: string;
  readonly subscriptions: number;
  readonly deadLetters: number;
}

/** Renders the page as a server does for each of its requests. Handling the request has left a dead letter. */
export async function answer({ count, data }: Request): Promise<Answer> {
  const bus = createBus({ source: 'server' });
  bus.emit(cart.changed, { count, total: 0 });
  const mute = bus.scope({ publish: [] });
  try {
    mute.emit(cart.itemAdded, { sku: 'A-1' });
  } catch {
    // A dead letter.
  }
  const badge = html`<cart-badge .bus=${bus} initial=${count}></cart-badge>`;
  const page = await collectResult(renderTemplate(html`${badge} ${data ?? ''} ${badge}`));
  const { subscriptions, deadLetters } = bus.metrics();
  return { html: page, subscriptions: subscriptions.length, deadLetters };
}

/** Renders the page, for the test that hydrates it in a browser. */
export async function render(request: Request): Promise<string> {
  return (await answer(request)).html;
}
