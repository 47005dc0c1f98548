import { isPastTense } from './is-past-tense.ts';

/** Words that belong to the verb before them: `loggedIn`, `checkedOut`, `putBack`. */
const particles: ReadonlySet<string> = new Set(
  'about across ahead again along apart around aside away back by down for forth forward in into off on onto out over past through to together under up upon with'.split(
    ' ',
  ),
);

/**
 * Whether the name of an event says what happened: its last word, particles aside, is in the past tense.
 *
 * @example
 * isPastTenseName('order:paid'); // true
 * isPastTenseName('user:loggedIn'); // true
 * isPastTenseName('cart:addItem'); // false
 */
export function isPastTenseName(type: string): boolean {
  const words = wordsOf(type.slice(type.lastIndexOf(':') + 1));
  const isFollowing = (word: string) => particles.has(word) || /^\d+$/.test(word);
  const verb = words.findLastIndex((word) => !isFollowing(word));
  return verb >= 0 && isPastTense(words[verb]!);
}

/** The words of a name in camel case, or with `-`, `_` or `.` between them, in lower case. */
function wordsOf(name: string): string[] {
  return (name.match(/[A-Z]+(?![a-z])|[A-Z]?[a-z]+|\d+/g) ?? []).map((word) => word.toLowerCase());
}
