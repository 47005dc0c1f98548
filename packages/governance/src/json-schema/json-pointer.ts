/** One step further in a JSON pointer: `pointerTo('#/properties', 'a/b')` is `#/properties/a~1b`. */
export function pointerTo(pointer: string, ...tokens: readonly (string | number)[]): string {
  return tokens.reduce<string>(
    (path, token) =>
      `${path.endsWith('/') ? path.slice(0, -1) : path}/${String(token).replaceAll('~', '~0').replaceAll('/', '~1')}`,
    pointer,
  );
}

/** The steps of a JSON pointer in a URI fragment: `/a~1b/%63` gives `a/b` and `c`. */
export function pointerTokens(fragment: string): string[] {
  return fragment
    .split('/')
    .slice(1)
    .map((token) => decoded(token).replaceAll('~1', '/').replaceAll('~0', '~'));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
