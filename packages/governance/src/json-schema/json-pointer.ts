/** One step further in a JSON pointer: `pointerTo('#/properties', 'a/b')` is `#/properties/a~1b`. */
export function pointerTo(pointer: string, ...tokens: readonly (string | number)[]): string {
  // `#/` is another way to write the root; any other last `/` begins a token that is empty.
  let path = pointer === '#/' ? '#' : pointer;
  for (const token of tokens) path += `/${escaped(token)}`;
  return path;
}

function escaped(token: string | number): string | number {
  const isPlain = typeof token === 'number' || !/[~/]/.test(token);
  return isPlain ? token : token.replaceAll('~', '~0').replaceAll('/', '~1');
}

/** The steps of a JSON pointer in a URI fragment: `/a~1b/%63` gives `a/b` and `c`. */
export function pointerTokens(fragment: string): string[] {
  return fragment
    .split('/')
    .slice(1)
    .map((token) => unescaped(decoded(token)));
}

/** The name in one step of a JSON pointer: `a~1b` gives `a/b`. */
export function unescaped(token: string): string {
  return token.replaceAll('~1', '/').replaceAll('~0', '~');
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
