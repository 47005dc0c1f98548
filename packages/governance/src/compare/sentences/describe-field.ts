import { pointerTo, pointerTokens } from '../../json-schema/json-pointer.ts';

/** What a token of a path adds to the way into the payload, for people and as a place, and how many tokens it takes. */
interface Step {
  readonly words: string;
  readonly place?: string;
  readonly used: number;
}

/** How a part of a payload is called, from where its schema stands: `#/properties/lines/items/properties/sku` is `"lines[].sku"`. */
export function describeField(path: string): string {
  const words = stepsOf(path).map((step) => step.words);
  const name = shorten(words.filter((word) => word !== '')).join('');
  return name === '' ? 'the payload' : `"${name.replace(/^\./, '')}"`;
}

/** The place of a part of a payload, from where its schema stands: `/lines/*\/sku`. */
export function placeAt(path: string): string {
  return stepsOf(path).reduce((place, step) => (step.place === undefined ? place : pointerTo(place, step.place)), '');
}

function stepsOf(path: string): Step[] {
  const tokens = pointerTokens(path.slice(1));
  const steps: Step[] = [];
  let index = 0;
  while (index < tokens.length) {
    const step = stepAt(tokens[index] ?? '', tokens[index + 1]);
    steps.push(step);
    index += step.used;
  }
  return steps;
}

function stepAt(token: string, next: string | undefined): Step {
  if (next === undefined) return token === 'items' ? { words: '[]', place: '*', used: 1 } : { words: '', used: 1 };
  if (token === 'properties' || token === 'required') return { words: `.${next}`, place: next, used: 2 };
  if (token === 'patternProperties') return { words: `./${next}/`, place: '*', used: 2 };
  if (token === 'items' && /^\d+$/.test(next)) return { words: `[${next}]`, place: next, used: 2 };
  if (token === 'items') return { words: '[]', place: '*', used: 1 };
  if (token === 'additionalProperties') return { words: '.*', place: '*', used: 1 };
  if (token === 'additionalItems') return { words: '[…]', place: '*', used: 1 };
  return { words: '', used: ['dependencies', 'anyOf', 'allOf', 'oneOf'].includes(token) ? 2 : 1 };
}

const longest = 6;

/** Recursive schemas have long ways. */
function shorten(steps: readonly string[]): readonly string[] {
  return steps.length > longest ? [...steps.slice(0, 2), '.…', ...steps.slice(-2)] : steps;
}
