import { sameJson } from '../../json-schema/same-json.ts';
import type { Atom, AtomOf, Formula, Names, SchemaFormula } from './formula.ts';
import { matches } from './matches.ts';
import { isMultiple } from './number-facts.ts';
import { partsOf } from './parts-of.ts';
import { typeOf } from './type-mask.ts';

/** Yes, no, or not known. */
export type Answer = boolean | undefined;

/** So many steps are made for one value. */
const steps = 20_000;

/** One value that is looked at, perhaps a part of another. */
interface Look {
  readonly value: unknown;
  /** Schemas that are being asked about this value: asking one of them again would never end. */
  readonly asked: Set<SchemaFormula>;
  readonly count: { left: number };
}

/** Whether a value is admitted; `undefined` where that hangs on something that only a validator knows, such as a format. */
export function admits(formula: Formula, value: unknown): Answer {
  return ask(formula, { value, asked: new Set(), count: { left: steps } });
}

function ask(formula: Formula, look: Look): Answer {
  if (--look.count.left < 0) return undefined;
  const { value } = look;
  switch (formula.op) {
    case 'constant':
      return formula.holds;
    case 'types':
      return (formula.mask & typeOf(value)) !== 0;
    case 'values':
      return formula.values.some((one) => sameJson(one, value));
    case 'not':
      return opposite(ask(formula.part, look));
    case 'all':
      return every(formula.parts, (part) => ask(part, look));
    case 'schema':
      return askSchema(formula, look);
    case 'any':
      return opposite(every(formula.parts, (part) => opposite(ask(part, look))));
    case 'one':
      return exactlyOne(formula.parts.map((part) => ask(part, look)));
    case 'atom':
      return (typeOf(value) & formula.guard) === 0 ? true : holds(formula, look);
  }
}

function askSchema(formula: SchemaFormula, look: Look): Answer {
  if (look.asked.has(formula)) return undefined;
  look.asked.add(formula);
  const answer = every(partsOf(formula), (part) => ask(part.formula, look));
  look.asked.delete(formula);
  return answer;
}

function holds(atom: Atom, { value, count }: Look): Answer {
  const inside: AskInside = (schema, part) => ask(schema, { value: part, asked: new Set(), count });
  if (typeof value === 'number') return numberHolds(atom, value);
  if (typeof value === 'string') return stringHolds(atom, value);
  if (Array.isArray(value)) return arrayHolds(atom, value, inside);
  return typeof value === 'object' && value !== null ? objectHolds(atom, value, inside) : undefined;
}

/** Asks about a part of the value. */
type AskInside = (schema: Formula, part: unknown) => Answer;

function numberHolds(atom: Atom, value: number): Answer {
  if (atom.kind === 'multiple') return isMultiple(value, atom.of);
  if (atom.kind === 'lower') return value > atom.value || (value === atom.value && !atom.exclusive);
  if (atom.kind === 'upper') return value < atom.value || (value === atom.value && !atom.exclusive);
  return undefined;
}

function stringHolds(atom: Atom, value: string): Answer {
  if (atom.kind === 'pattern') return matches(atom.text, value);
  return sizeHolds(atom, [...value].length);
}

function sizeHolds(atom: Atom, size: number): Answer {
  if (atom.kind === 'atLeast') return size >= atom.count;
  return atom.kind === 'atMost' ? size <= atom.count : undefined;
}

function arrayHolds(atom: Atom, items: readonly unknown[], inside: AskInside): Answer {
  switch (atom.kind) {
    case 'items':
      return every(items.slice(atom.from, atom.to + 1), (item) => inside(atom.schema, item));
    case 'unique':
      return items.every((item, index) => !items.slice(0, index).some((other) => sameJson(item, other)));
    case 'containsAtLeast':
    case 'containsAtMost':
      return containsHolds(atom, items, inside);
    case 'unevaluatedItems': {
      if (every(items.slice(atom.certain), (item) => inside(atom.schema, item))) return true;
      return every(items.slice(atom.possible), (item) => inside(atom.schema, item)) === false ? false : undefined;
    }
    default:
      return sizeHolds(atom, items.length);
  }
}

function containsHolds(atom: AtomOf<'containsAtLeast' | 'containsAtMost'>, items: readonly unknown[], inside: AskInside): Answer {
  const answers = items.map((item) => inside(atom.schema, item));
  const least = answers.filter((answer) => answer).length;
  const most = answers.filter((answer) => answer !== false).length;
  if (atom.kind === 'containsAtLeast') return least >= atom.count || (most < atom.count ? false : undefined);
  return most <= atom.count || (least > atom.count ? false : undefined);
}

function objectHolds(atom: Atom, object: object, inside: AskInside): Answer {
  const entries = Object.entries(object);
  switch (atom.kind) {
    case 'required':
      return Object.hasOwn(object, atom.name);
    case 'property':
      return Object.hasOwn(object, atom.name) ? inside(atom.schema, object[atom.name as never]) : true;
    case 'matching':
      return every(entries, ([name, value]) => either(opposite(matches(atom.pattern, name)), () => inside(atom.schema, value)));
    case 'others':
      return every(entries, ([name, value]) => either(isOneOf(atom, name), () => inside(atom.schema, value)));
    case 'names':
      return every(entries, ([name]) => inside(atom.schema, name));
    case 'unevaluated': {
      const all = (looked: Names) =>
        every(entries, ([name, value]) => either(isOneOf(looked, name), () => inside(atom.schema, value)));
      if (all(atom.certain)) return true;
      return all(atom.possible) === false ? false : undefined;
    }
    default:
      return sizeHolds(atom, entries.length);
  }
}

/** Whether a name is one of those; `undefined` where that hangs on a pattern that is not known. */
export function isOneOf({ names, patterns }: Names, name: string): Answer {
  if (names.has(name)) return true;
  return opposite(every(patterns, (pattern) => opposite(matches(pattern, name))));
}

function either(first: Answer, second: () => Answer): Answer {
  if (first === true) return true;
  const other = second();
  return other === true ? true : first === undefined ? undefined : other;
}

function exactlyOne(answers: readonly Answer[]): Answer {
  const certain = answers.filter((answer) => answer).length;
  if (certain > 1) return false;
  if (answers.includes(undefined)) return undefined;
  return certain === 1;
}

function opposite(answer: Answer): Answer {
  return answer === undefined ? undefined : !answer;
}

function every<T>(items: readonly T[], ask: (item: T) => Answer): Answer {
  let result: Answer = true;
  for (const item of items) {
    const answer = ask(item);
    if (answer === false) return false;
    if (answer === undefined) result = undefined;
  }
  return result;
}
