import { isPast, isVerb, pastTense } from './past-tense.ts';

const outcomes = new Map([
  ['pending', 'start'],
  ['rejected', 'fail'],
]);
/** What actions by hand end with, and what events say in its place. */
const endings = new Map([
  ['success', ''],
  ['succeeded', ''],
  ['failure', 'failed'],
  ['error', 'failed'],
  ['request', 'requested'],
]);
const prepositions = new Set([
  'to',
  'from',
  'in',
  'into',
  'out',
  'on',
  'onto',
  'off',
  'with',
  'by',
  'for',
  'at',
  'of',
  'up',
  'down',
]);
/** What NgRx puts behind the name of a domain to say where an action comes from. */
const places = new Set(['page', 'api', 'effects', 'effect', 'component', 'store', 'slice', 'actions', 'service', 'list', 'form']);

/**
 * Proposes the name of an event for the type of an action: `cart/addItem` becomes `cart:itemAdded`.
 *
 * The domain is what stands before the first `/`, in brackets, or before the verb (`CART_ADD_ITEM`), else `fallback`. The verb is put
 * into the past and behind what it is about; `set` and `update` become `changed`. Of a thunk, `pending` becomes `started`,
 * `fulfilled` says nothing of its own, and `rejected` becomes `failed`; so
 * do `request`, `success` and `failure` at the end.
 */
export function proposeName(action: string, fallback: string): string {
  const parts = partsOf(action.replace(/^@+/, ''));
  const words = parts.at(-1) ?? [];
  const [domain, rest] = parts.length > 1 ? [parts[0]!, parts.slice(1)] : splitAtVerb(words);
  return `${domainOf(domain.length > 0 ? domain : wordsOf(fallback))}:${eventOf(rest)}`;
}

/** The domain `busbar` is the hub's own. */
function domainOf(words: readonly string[]): string {
  const domain = camelCase(withLetterFirst(words));
  return domain === 'busbar' ? 'busbarStore' : domain;
}

/** The words between the slashes; those in brackets, as in NgRx, come first. */
function partsOf(action: string): string[][] {
  const inBrackets = /^\[([^\]]*)\]\s*(.*)$/.exec(action);
  const texts = inBrackets ? [withoutPlace(inBrackets[1]!), inBrackets[2]!] : action.split(/[/:]/);
  return texts.map(wordsOf).filter((words) => words.length > 0);
}

function withoutPlace(text: string): string {
  const words = wordsOf(text.split('/')[0]!);
  const kept = words.filter((word, index) => index === 0 || !places.has(word));
  return kept.join(' ');
}

/** `addItem`, `add-item` and `ADD_ITEM` are `add` and `item`. */
function wordsOf(text: string): string[] {
  return text
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

/** In `CART_ADD_ITEM` the domain stands before the verb. */
function splitAtVerb(words: string[]): [string[], string[][]] {
  const verb = words.findIndex(isVerb);
  return verb > 0 ? [words.slice(0, verb), [words.slice(verb)]] : [[], [words]];
}

function eventOf(parts: readonly string[][]): string {
  const last = parts.at(-1) ?? [];
  const outcome = parts.length > 1 && last.length === 1 ? last[0]! : '';
  if (outcome === 'fulfilled') return eventOf(parts.slice(0, -1));
  const verb = outcomes.get(outcome);
  if (verb) return camelCase([...parts.slice(0, -1).flat(), pastTense(verb)]);
  const before = parts.slice(0, -1).flat();
  return camelCase([...before, ...inPast(last.length > 0 ? last : ['happen'])]);
}

function inPast(words: readonly string[]): readonly string[] {
  const [first = '', ...rest] = words;
  const outcome = endings.get(words.at(-1)!);
  if (outcome !== undefined && words.length > 1) {
    const before = words.slice(0, -1);
    return outcome === '' ? inPast(before) : [...before, outcome];
  }
  if (isPast(words.at(-1)!)) return words;
  if (words.some((word) => isPast(word)) && !isVerb(first)) return words;
  if (!isVerb(first) && isVerb(words.at(-1)!)) return [...words.slice(0, -1), pastTense(words.at(-1)!)];
  if (!isVerb(first) && rest.length > 0) return [...words, 'changed'];
  const about = rest.findIndex((word) => prepositions.has(word));
  const [thing, way] = about < 0 ? [rest, []] : [rest.slice(0, about), rest.slice(about)];
  return [...thing, pastTense(first), ...way];
}

function withLetterFirst(words: readonly string[]): readonly string[] {
  return /^[a-z]/.test(words[0] ?? '') ? words : ['store', ...words];
}

function camelCase(words: readonly string[]): string {
  return words.map((word, index) => (index === 0 ? word : word[0]!.toUpperCase() + word.slice(1))).join('');
}
