/** A place in the payload as people write it: `lines[].sku` for `/lines/*\/sku`. Empty for the payload itself. */
export function placeWords(place: string): string {
  return place
    .split('/')
    .slice(1)
    .map((step) => (step === '*' ? '[]' : `.${step.replaceAll('~1', '/').replaceAll('~0', '~')}`))
    .join('')
    .replace(/^\./, '');
}
