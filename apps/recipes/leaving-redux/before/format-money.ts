const euros = new Intl.NumberFormat('en-IE', { style: 'currency', currency: 'EUR' });

/** Euro cents as people read them. */
export function formatMoney(cents: number): string {
  return euros.format(cents / 100);
}
