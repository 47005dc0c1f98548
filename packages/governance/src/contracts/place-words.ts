import { unescaped } from '../json-schema/json-pointer.ts';

/**
 * A place in the payload as people write it. Empty for the payload itself.
 *
 * @example
 * placeWords('/lines/*\/sku'); // 'lines[].sku'
 */
export function placeWords(place: string): string {
  const steps = place.split('/').slice(1);
  const words = steps.map((step) => (step === '*' ? '[]' : `.${unescaped(step)}`));
  return words.join('').replace(/^\./, '');
}
