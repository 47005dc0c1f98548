import { expect, it } from 'vitest';
import { formatPrice } from './format-price.ts';

it('writes cents as euros', () => {
  expect([0, 5, 12_900, 123_456].map(formatPrice)).toEqual(['€0.00', '€0.05', '€129.00', '€1,234.56']);
});
