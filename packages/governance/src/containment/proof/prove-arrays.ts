import type { Atom, AtomOf, Formula } from '../formulas/formula.ts';
import { FALSE } from '../formulas/intern.ts';
import { typeBits } from '../formulas/type-mask.ts';
import type { TypeGoal } from './prove-by-type.ts';
import { type SizeRange, sizeRange } from './size-range.ts';

/** Places about which the same is known. */
export interface Segment {
  readonly from: number;
  readonly to: number;
  readonly facts: readonly Formula[];
}

export interface ItemRange {
  readonly from: number;
  readonly to: number;
  readonly schema: Formula;
}

interface ArrayGoal extends TypeGoal {
  readonly size: SizeRange;
  readonly segments: readonly Segment[];
}

type Contains = AtomOf<'containsAtLeast' | 'containsAtMost'>;

export function proveArrays(typeGoal: TypeGoal): boolean {
  const facts = itemRanges(typeGoal.facts, 'possible');
  const claims = itemRanges(typeGoal.claims, 'certain');
  const size = sizes(typeGoal, facts, claims);
  if (size.min > size.max) return true;
  if (size.max === 0) return typeGoal.holdsForAll([[]]);
  const goal: ArrayGoal = { ...typeGoal, size, segments: segmentsOf(facts, claims, size.max) };
  return proveItems(goal, claims) || goal.claims.some((claim) => proveClaim(goal, claim)) || isEmpty(goal);
}

function itemRanges(atoms: readonly Atom[], sure: 'possible' | 'certain'): ItemRange[] {
  const ranges: ItemRange[] = [];
  for (const atom of atoms) {
    if (atom.kind === 'items') ranges.push(atom);
    if (atom.kind === 'unevaluatedItems' && Number.isFinite(atom[sure])) {
      ranges.push({ from: atom[sure], to: Number.POSITIVE_INFINITY, schema: atom.schema });
    }
  }
  return ranges;
}

function sizes({ facts, claims }: TypeGoal, known: readonly ItemRange[], claimed: readonly ItemRange[]): SizeRange {
  const size = sizeRange(facts, claims, typeBits.array);
  for (const fact of facts) if (fact.kind === 'containsAtLeast') size.min = Math.max(size.min, fact.count);
  for (const claim of claims) {
    if (claim.kind === 'containsAtMost') size.min = Math.max(size.min, claim.count + 1);
    if (claim.kind === 'unique') size.min = Math.max(size.min, 2);
  }
  for (const { from, schema } of known) if (schema === FALSE) size.max = Math.min(size.max, from);
  for (const { from } of claimed) size.min = Math.max(size.min, from + 1);
  return size;
}

/** Divides the items of an array where what is known of them changes. */
export function segmentsOf(facts: readonly ItemRange[], claims: readonly ItemRange[], size: number): Segment[] {
  const starts = new Set([0, ...[...facts, ...claims].flatMap(({ from, to }) => [from, to + 1])]);
  const sorted = [...starts].filter((start) => start < size).sort((a, b) => a - b);
  return sorted.map((from, index) => ({
    from,
    to: (sorted[index + 1] ?? size) - 1,
    facts: facts.filter((fact) => fact.from <= from && from <= fact.to).map(({ schema }) => schema),
  }));
}

/** An array that makes a claim about items false has an item that does. Of claims about one place, it is one and the same. */
function proveItems({ segments, prove }: ArrayGoal, claims: readonly ItemRange[]): boolean {
  return claims.some(({ from, to, schema }) => {
    const others = from === to ? claims.filter((other) => other.from === from && other.to === to) : [];
    const schemas = others.length > 0 ? others.map((other) => other.schema) : [schema];
    return segments.filter((segment) => segment.from >= from && segment.from <= to).every(({ facts }) => prove(facts, schemas));
  });
}

function proveClaim(goal: ArrayGoal, claim: Atom): boolean {
  if (claim.kind === 'containsAtLeast') return surelyMatching(goal, claim) >= claim.count || isContainedBefore(goal, claim);
  if (claim.kind === 'containsAtMost') return possiblyMatching(goal, claim.schema) <= claim.count || isLimitedBefore(goal, claim);
  return false;
}

/** How many items match in any case. */
function surelyMatching({ segments, size, prove }: ArrayGoal, { schema }: Contains): number {
  return segments.reduce((sum, segment) => {
    const present = Math.min(segment.to, size.min - 1) - segment.from + 1;
    return present > 0 && prove(segment.facts, [schema]) ? sum + present : sum;
  }, 0);
}

/** How many items can match at all. */
function possiblyMatching({ segments, prove }: Pick<ArrayGoal, 'segments' | 'prove'>, schema: Formula): number {
  return segments.reduce((sum, { from, to, facts }) => (prove([...facts, schema], []) ? sum : sum + to - from + 1), 0);
}

function isContainedBefore({ facts, segments, prove }: ArrayGoal, claim: Contains): boolean {
  return facts.some(
    (fact) =>
      fact.kind === 'containsAtLeast' &&
      fact.count >= claim.count &&
      segments.every((segment) => prove([...segment.facts, fact.schema], [claim.schema])),
  );
}

function isLimitedBefore({ facts, segments, prove }: ArrayGoal, claim: Contains): boolean {
  return facts.some(
    (fact) =>
      fact.kind === 'containsAtMost' &&
      fact.count <= claim.count &&
      segments.every((segment) => prove([...segment.facts, claim.schema], [fact.schema])),
  );
}

/** Whether no array is as the facts say. */
function isEmpty(goal: ArrayGoal): boolean {
  const { facts, segments, size, prove } = goal;
  if (segments.some((segment) => segment.from < size.min && segment.facts.length > 0 && prove(segment.facts, []))) return true;
  const wanted = facts.flatMap((fact) => (fact.kind === 'containsAtLeast' ? [fact] : []));
  if (wanted.some((fact) => possiblyMatching(goal, fact.schema) < fact.count)) return true;
  const isWithin = (schema: Formula, limit: Formula) => segments.every((segment) => prove([...segment.facts, schema], [limit]));
  return facts.some(
    (limit) =>
      limit.kind === 'containsAtMost' && wanted.some((fact) => fact.count > limit.count && isWithin(fact.schema, limit.schema)),
  );
}
