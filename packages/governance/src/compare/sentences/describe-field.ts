import { pointerTokens } from '../../json-schema/json-pointer.ts';

/** How a part of a payload is called, from where its schema stands: `#/properties/lines/items/properties/sku` is `"lines[].sku"`. */
export function describeField(path: string): string {
  const tokens = pointerTokens(path.slice(1));
  const steps: string[] = [];
  let index = 0;
  while (index < tokens.length) {
    const [step, used] = stepAt(tokens[index] ?? '', tokens[index + 1]);
    steps.push(step);
    index += used;
  }
  const name = shorten(steps.filter((step) => step !== '')).join('');
  return name === '' ? 'the payload' : `"${name.replace(/^\./, '')}"`;
}

/** The step into the payload that a token of the path makes, if any, and how many tokens it takes. */
function stepAt(token: string, next: string | undefined): readonly [step: string, used: number] {
  if (next === undefined) return [token === 'items' ? '[]' : '', 1];
  if (token === 'properties' || token === 'required') return [`.${next}`, 2];
  if (token === 'patternProperties') return [`./${next}/`, 2];
  if (token === 'items') return /^\d+$/.test(next) ? [`[${next}]`, 2] : ['[]', 1];
  if (token === 'additionalProperties') return ['.*', 1];
  if (token === 'additionalItems') return ['[…]', 1];
  return ['', ['dependencies', 'anyOf', 'allOf', 'oneOf'].includes(token) ? 2 : 1];
}

const longest = 6;

/** Recursive schemas have long ways. */
function shorten(steps: readonly string[]): readonly string[] {
  return steps.length > longest ? [...steps.slice(0, 2), '.…', ...steps.slice(-2)] : steps;
}
