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
