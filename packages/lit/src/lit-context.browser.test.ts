import type { Bus } from '@busbar/core';
import { type Context, ContextConsumer, ContextProvider, ContextRoot } from '@lit/context';
import { LitElement } from 'lit';
import { expect, test } from 'vitest';
import { openCartPage, put } from './cart-page.test.fixture.ts';
import { busOf } from './index.ts';
import { busContext, provideBus } from './provider.ts';

const context: Context<unknown, Bus> = busContext;

class Ours extends LitElement {
  bus = busOf(this);
}

class Theirs extends LitElement {
  bus = new ContextConsumer(this, { context, subscribe: true });
}

class TheirProvider extends LitElement {
  provided = new ContextProvider(this, { context });
}

test('consumers of `@lit/context` are given the bus, the next one when that ends, and a nearer one that comes later', () => {
  const [outer, inner] = [openCartPage(), openCartPage()];
  outer.root.append(inner.root);
  const element = put(inner.root, Theirs);
  expect(element.bus.value).toBe(inner.bus);
  inner.endProviding();
  expect(element.bus.value).toBe(outer.bus);
  const endInner = provideBus(inner.root, inner.bus);
  expect(element.bus.value).toBe(inner.bus);
  endInner();
  outer.endProviding();
  expect(element.bus.value).toBe(undefined);
});

test('providers of `@lit/context` give elements their bus, and another one when that changes', () => {
  const [one, other] = [openCartPage(), openCartPage()];
  const provider = put(document.body, TheirProvider);
  provider.provided.setValue(one.bus);
  const element = put(provider, Ours);
  expect(element.bus()).toBe(one.bus);
  provider.provided.setValue(other.bus);
  expect(element.bus()).toBe(other.bus);
  provider.remove();
});

test('an element below a provider of `@lit/context` goes to a nearer one that comes later', () => {
  const [one, other] = [openCartPage(), openCartPage()];
  other.endProviding();
  const provider = put(document.body, TheirProvider);
  provider.provided.setValue(one.bus);
  provider.append(other.root);
  const element = put(other.root, Ours);
  expect(element.bus()).toBe(one.bus);
  provideBus(other.root, other.bus);
  expect(element.bus()).toBe(other.bus);
  provider.remove();
});

test('a `ContextRoot` that asks again for elements that wait does no harm', () => {
  const { bus, root, endProviding } = openCartPage();
  endProviding();
  const contexts = new ContextRoot();
  contexts.attach(document.body);
  const [ours, theirs] = [put(root, Ours), put(root, Theirs)];
  provideBus(root, bus);
  contexts.detach(document.body);
  expect([ours.bus(), theirs.bus.value]).toEqual([bus, bus]);
});
