import { pointerTokens } from '../../json-schema/json-pointer.ts';

/** How a part of a payload is called, from where its schema stands: `#/properties/lines/items/properties/sku` is `"lines[].sku"`. */
export function describeField(path: string): string {
  const tokens = pointerTokens(path.slice(1));
  let name = '';
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    const next = tokens[index + 1];
    if ((token === 'properties' || token === 'required') && next !== undefined) {
      name += name === '' ? next : `.${next}`;
      index++;
    } else if (token === 'items') {
      const isPlace = next !== undefined && /^\d+$/.test(next);
      name += isPlace ? `[${next}]` : '[]';
      if (isPlace) index++;
    } else if (token === 'patternProperties' && next !== undefined) {
      name += `${name === '' ? '' : '.'}/${next}/`;
      index++;
    } else if (token === 'dependencies' || token === 'anyOf' || token === 'allOf' || token === 'oneOf') index++;
    else if (token === 'additionalProperties' && next !== undefined) name += name === '' ? '*' : '.*';
    else if (token === 'additionalItems' && next !== undefined) name += '[…]';
  }
  return name === '' ? 'the payload' : `"${name}"`;
}
