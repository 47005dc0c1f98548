/** The words of a name: `itemAdded`, `item-added` and `/item/added` are all `item`, `added`. Only letters, digits of ASCII are left. */
export function wordsOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .filter((word) => word !== '');
}

/** `ItemAdded`, as types are called; begins with a letter. */
export function pascalCase(name: string): string {
  return startWithLetter(
    wordsOf(name)
      .map((word) => word[0]!.toUpperCase() + word.slice(1))
      .join(''),
    'X',
  );
}

/**
 * A name in letters, digits and `_`: any other character becomes its code, as `a_x20_b` for `a b`, so that two names do not become one
 * by what they lose.
 */
export function asciiName(name: string): string {
  return name.replace(/\W/gu, (character) => `_x${character.codePointAt(0)!.toString(16)}_`);
}

/** The same for people: what merely parts words in a name is `_`. */
export function readableName(name: string): string {
  return asciiName(name.replace(/[\s.-]+/g, '_'));
}

/** What an event's name ends with: `itemAdded` of `cart:itemAdded`. */
export function lastSegment(type: string): string {
  return type.slice(type.lastIndexOf(':') + 1);
}

/** `itemAdded`, as values are called; begins with a letter. */
export function camelCase(name: string): string {
  const pascal = pascalCase(name);
  return pascal[0]!.toLowerCase() + pascal.slice(1);
}

/** `item_added`; begins with a letter. */
export function snakeCase(name: string): string {
  return startWithLetter(wordsOf(name).join('_').toLowerCase(), 'x');
}

function startWithLetter(name: string, letter: string): string {
  return /^[A-Za-z]/.test(name) ? name : letter + name;
}

/** A text of several lines as lines, without what is not printed. No line ends a comment of any language. */
export function commentLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) =>
    line
      .replace(/[\p{Cc}\p{Cf}]/gu, ' ')
      .replaceAll('*/', '*\\/')
      .trimEnd(),
  );
}
