import { describe, expect, it } from 'vitest';
import { routeOf } from './route-of.ts';

describe('routeOf', () => {
  it.each([
    ['/', 'shop'],
    ['/index.html', 'shop'],
    ['/checkout', 'checkout'],
    ['/checkout/', 'checkout'],
    ['/checkout/delivery', 'checkout'],
    ['/profile', 'profile'],
    ['/profile/orders/7', 'profile'],
    ['/profiles', 'not-found'],
    ['/shop/checkout', 'not-found'],
  ])('takes %s for %s', (path, name) => {
    expect(routeOf(path).name).toBe(name);
  });
});
