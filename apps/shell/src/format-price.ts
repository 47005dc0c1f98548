const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** Writes an amount of euro cents as a price: `12900` is `€129.00`. */
export function formatPrice(cents: number): string {
  return euro.format(cents / 100);
}
