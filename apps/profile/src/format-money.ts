const euro = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** Writes an amount of euro cents for people: `€129.00`. */
export function formatMoney(cents: number): string {
  return euro.format(cents / 100);
}
