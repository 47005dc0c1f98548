/**
 * The field that a path of a schema is about, as people write it: `lines[].sku` for
 * `#/properties/lines/items/properties/sku`, nothing for the payload as a whole.
 */
export function nameField(path: string): string {
  const tokens = path
    .replace(/^#?\/?/, '')
    .split('/')
    .map(unescaped);
  let name = '';
  for (let index = 0; index < tokens.length; index++) {
    const keyword = tokens[index]!;
    if (keyword === 'properties' && index + 1 < tokens.length) name += `${name && '.'}${tokens[++index]}`;
    else if (keyword === 'items') name += '[]';
    else if (keyword === 'prefixItems' && index + 1 < tokens.length) name += `[${tokens[++index]}]`;
    else if (keyword === 'additionalProperties') name += `${name && '.'}*`;
    else if (keyword === '$defs' || keyword === 'definitions') name += `${name && '.'}${tokens[++index] ?? ''}`;
  }
  return name;
}

function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}
