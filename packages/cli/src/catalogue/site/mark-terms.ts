/** A text cut into parts, of which some are what was searched for. */
export function markTerms(text: string, terms: readonly string[]): { text: string; isMarked: boolean }[] {
  const pattern = terms.map((term) => term.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  if (pattern === '') return [{ text, isMarked: false }];
  return text
    .split(new RegExp(`(${pattern})`, 'gi'))
    .map((part, index) => ({ text: part, isMarked: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
