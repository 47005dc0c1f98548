import { expect, test } from 'vitest';
import { assertSamePages } from './assert-same-pages.ts';
import { reRenderClaims } from './claims.ts';
import { pageSizes } from './page/page-size.ts';
import type { Visit } from './study.ts';
import type { VariantName } from './variants.ts';

/** A visit of one action. */
const visitOf = (variant: VariantName, size: Visit['size'], renders: number, shown = 'the page'): Visit => ({
  variant,
  size,
  slowedBy: 1,
  actions: [{ kind: 'log in', paint: 10, script: 1, shown, renders: { greeting: renders - 1, 'cart-badge': 1 } }],
});

test('a claim of 70 % fewer renders holds from there on and not below', () => {
  const counts = { 'store-usual': 100, 'store-tuned': 30, 'events-plain': 31, 'events-tuned': 30 };
  const visits = pageSizes.flatMap((size) =>
    Object.entries(counts).map(([variant, renders]) => visitOf(variant as VariantName, size, renders)),
  );
  const claims = reRenderClaims(visits);
  expect(claims.map(({ holds }) => holds)).toEqual([false, true, true, false]);
  expect(claims[0]!.measured).toBe('1: 69 % fewer; 15: 69 % fewer; 60: 69 % fewer');
});

test('a page that shows something else fails the run', () => {
  const pages = [visitOf('store-usual', 15, 9), visitOf('events-plain', 15, 9, 'another page')];
  expect(() => assertSamePages(pages)).toThrow(
    'With 15 micro-frontends, events-plain shows something else than store-usual after action 1, "log in".',
  );
});
