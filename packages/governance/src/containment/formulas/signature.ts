import { sameJson } from '../../json-schema/same-json.ts';
import type { Formula } from './formula.ts';
import { partsOf } from './parts-of.ts';
import { allTypes, typeBits, typeOf } from './type-mask.ts';

/**
 * What can be told of a formula at a glance: enough to see that two branches of a union have no value in common. It says less than
 * the formula, never more.
 */
export interface Signature {
  readonly mask: number;
  /** The only values there can be. */
  readonly values?: readonly unknown[] | undefined;
  /** Properties of an object: whether it has to be there, and the types and values that it can have. */
  readonly properties: ReadonlyMap<string, PropertySignature>;
}

export interface PropertySignature {
  readonly isRequired: boolean;
  readonly mask: number;
  readonly values?: readonly unknown[] | undefined;
}

const nothingKnown: Signature = { mask: allTypes, properties: new Map() };
const inProgress = new Set<Formula>();
/** How often a formula was met inside of itself, and how much was looked at. */
const effort = { circles: 0, steps: 0 };
const steps = 5_000;

export function signatureOf(formula: Formula): Signature {
  return formula.signature ?? guarded(formula, 'signature', true);
}

/** Types and values, without a look at properties. */
function rangeOf(formula: Formula): Signature {
  return formula.signature ?? formula.range ?? guarded(formula, 'range', false);
}

/** A recursive schema says nothing about itself that it has not said already. What was found on such a way is not kept. */
function guarded(formula: Formula, kept: 'signature' | 'range', withProperties: boolean): Signature {
  if (inProgress.size === 0) effort.steps = 0;
  if (inProgress.has(formula) || ++effort.steps > steps) {
    effort.circles++;
    return nothingKnown;
  }
  const { circles } = effort;
  inProgress.add(formula);
  try {
    const signature = compute(formula, withProperties);
    if (inProgress.size === 1 || effort.circles === circles) formula[kept] = signature;
    return signature;
  } finally {
    inProgress.delete(formula);
  }
}

/** What can be told of the conjunction of formulas. */
export function signatureOfAll(formulas: Iterable<Formula>, of: (formula: Formula) => Signature = signatureOf): Signature {
  const properties = new Map<string, PropertySignature>();
  let range: Range = nothingKnown;
  for (const formula of formulas) {
    const signature = of(formula);
    if (signature === nothingKnown) continue;
    range = bothRanges(range, signature);
    for (const [name, property] of signature.properties) {
      const other = properties.get(name);
      properties.set(name, other ? bothProperties(other, property) : property);
    }
  }
  return { mask: range.mask, values: range.values, properties };
}

/** Whether no value is admitted by both. */
export function areDisjoint(a: Signature, b: Signature): boolean {
  const mask = a.mask & b.mask;
  if (mask === 0 || haveNoneInCommon(a, b)) return true;
  if (mask !== typeBits.object) return false;
  for (const [name, property] of a.properties) {
    const other = b.properties.get(name);
    if (!other || !(property.isRequired || other.isRequired)) continue;
    if ((property.mask & other.mask) === 0 || haveNoneInCommon(property, other)) return true;
  }
  return false;
}

type Range = Pick<Signature, 'mask' | 'values'>;

function haveNoneInCommon(a: Range, b: Range): boolean {
  if (!a.values && !b.values) return false;
  const [few, other] = a.values ? [a.values, b] : [b.values ?? [], a];
  return !few.some((value) => isWithin(other, value));
}

function isWithin({ mask, values }: Range, value: unknown): boolean {
  return (mask & typeOf(value)) !== 0 && (!values || values.some((one) => sameJson(one, value)));
}

function compute(formula: Formula, withProperties: boolean): Signature {
  const of = withProperties ? signatureOf : rangeOf;
  switch (formula.op) {
    case 'constant':
      return formula.holds ? nothingKnown : { mask: 0, properties: new Map() };
    case 'types':
      return { ...nothingKnown, mask: formula.mask };
    case 'values':
      return ofValues(formula.values);
    case 'all':
      return signatureOfAll(formula.parts, of);
    case 'schema':
      return signatureOfAll(
        partsOf(formula).map((part) => part.formula),
        of,
      );
    case 'any':
    case 'one':
      return ofUnion(formula.parts.map(rangeOf));
    case 'not':
      return nothingKnown;
    case 'atom':
      return withProperties ? ofAtom(formula) : nothingKnown;
  }
}

function ofAtom(formula: Extract<Formula, { op: 'atom' }>): Signature {
  if (formula.kind === 'required') return withProperty(formula.name, { isRequired: true, mask: allTypes });
  if (formula.kind !== 'property') return nothingKnown;
  const { mask, values } = rangeOf(formula.schema);
  return withProperty(formula.name, { isRequired: false, mask, values });
}

function withProperty(name: string, property: PropertySignature): Signature {
  return { mask: allTypes, properties: new Map([[name, property]]) };
}

function ofValues(values: readonly unknown[]): Signature {
  return { mask: values.reduce<number>((mask, value) => mask | typeOf(value), 0), values, properties: new Map() };
}

function ofUnion(signatures: readonly Signature[]): Signature {
  const mask = signatures.reduce((union, signature) => union | signature.mask, 0);
  const isListed = signatures.every(({ values }) => values);
  return { mask, values: isListed ? signatures.flatMap(({ values }) => values ?? []) : undefined, properties: new Map() };
}

function bothProperties(a: PropertySignature, b: PropertySignature): PropertySignature {
  return { ...bothRanges(a, b), isRequired: a.isRequired || b.isRequired };
}

function bothRanges(a: Range, b: Range): Range {
  const mask = a.mask & b.mask;
  if (!a.values && !b.values) return { mask };
  const values = a.values ? a.values.filter((value) => isWithin(b, value)) : b.values?.filter((value) => isWithin(a, value));
  return { mask, values };
}
