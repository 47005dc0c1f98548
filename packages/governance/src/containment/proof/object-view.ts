import { admits, isOneOf } from '../formulas/admits.ts';
import type { Atom, AtomOf, Formula, Names } from '../formulas/formula.ts';
import { FALSE } from '../formulas/intern.ts';
import { matches } from '../formulas/matches.ts';
import { signatureOfAll } from '../formulas/signature.ts';

/** What the facts about an object say of its properties. */
export interface ObjectView {
  readonly required: ReadonlySet<string>;
  /** Every name that facts or claims speak of. */
  readonly names: ReadonlySet<string>;
  /** Patterns of names that facts speak of. */
  readonly patterns: readonly string[];
  /** Whether there can be no property but those of `names`. */
  readonly isClosed: boolean;
  /** Whether a fact names this property, if only to say that it is none of the others. */
  isNamed(name: string): boolean;
  /** What is known of the value of a property, if it is there. */
  valuesOf(name: string): readonly Formula[];
  /** What is known of values of properties that match a pattern of the facts and are none of `names`. */
  valuesMatching(pattern: string): readonly Formula[];
  /** What is known of values of all other properties. */
  readonly otherValues: readonly Formula[];
  /** What is known of each group of properties that a pattern may concern. */
  groupsMatching(pattern: string): readonly (readonly Formula[])[];
  /** What is known of each group of properties that may be beside these. Those with a name of their own come first. */
  groupsBeside(declared: Names): readonly (readonly Formula[])[];
  /** As `groupsBeside`, without those that have a name of their own. */
  unnamedBeside(declared: Names): readonly (readonly Formula[])[];
}

interface Facts {
  readonly required: Set<string>;
  readonly properties: Map<string, Formula[]>;
  readonly matching: AtomOf<'matching'>[];
  readonly others: (Names & { readonly schema: Formula })[];
  readonly nameSchemas: Formula[];
}

export function createObjectView(atoms: readonly Atom[], claims: readonly Atom[]): ObjectView {
  const facts = sort(atoms);
  const listed = listedNames(facts.nameSchemas);
  const patterns = [
    ...new Set([...facts.matching.map(({ pattern }) => pattern), ...facts.others.flatMap((other) => other.patterns)]),
  ];
  const names = new Set([...facts.properties.keys(), ...facts.required, ...facts.others.flatMap((other) => [...other.names])]);
  for (const name of [...claims.flatMap(namesIn), ...(listed ?? [])]) names.add(name);
  const otherValues = facts.others.map(({ schema }) => schema);
  const isClosed =
    listed !== undefined || (otherValues.includes(FALSE) && patterns.every((text) => valuesMatching(text).includes(FALSE)));
  return {
    required: facts.required,
    names,
    patterns,
    isClosed,
    isNamed,
    valuesOf,
    valuesMatching,
    otherValues,
    groupsMatching,
    groupsBeside,
    unnamedBeside,
  };
  function isNamed(name: string): boolean {
    return facts.properties.has(name) || facts.required.has(name) || facts.others.some((other) => other.names.has(name));
  }

  function valuesOf(name: string): Formula[] {
    const known = [...(facts.properties.get(name) ?? [])];
    for (const { pattern, schema } of facts.matching) if (matches(pattern, name)) known.push(schema);
    for (const other of facts.others) if (isOneOf(other, name) === false) known.push(other.schema);
    if (facts.nameSchemas.some((schema) => admits(schema, name) === false)) known.push(FALSE);
    return known;
  }

  function valuesMatching(pattern: string): Formula[] {
    const known = facts.matching.filter((fact) => fact.pattern === pattern).map(({ schema }) => schema);
    for (const other of facts.others) if (other.patterns.length === 0) known.push(other.schema);
    return known;
  }

  function groupsMatching(pattern: string): (readonly Formula[])[] {
    const named = [...names].filter((name) => matches(pattern, name) !== false).map(valuesOf);
    if (isClosed) return named;
    // Names that match a pattern of the facts are all in its group.
    if (patterns.includes(pattern)) return [...named, valuesMatching(pattern)];
    return [...named, ...patterns.map(valuesMatching), otherValues];
  }

  function groupsBeside(declared: Names): (readonly Formula[])[] {
    const named = [...names].filter((name) => isOneOf(declared, name) !== true).map(valuesOf);
    return [...named, ...unnamedBeside(declared)];
  }

  function unnamedBeside(declared: Names): (readonly Formula[])[] {
    if (isClosed) return [];
    return [...patterns.filter((pattern) => !declared.patterns.includes(pattern)).map(valuesMatching), otherValues];
  }
}

function sort(atoms: readonly Atom[]): Facts {
  const facts: Facts = { required: new Set(), properties: new Map(), matching: [], others: [], nameSchemas: [] };
  for (const atom of atoms) {
    if (atom.kind === 'required') facts.required.add(atom.name);
    if (atom.kind === 'property') {
      const schemas = facts.properties.get(atom.name);
      if (schemas) schemas.push(atom.schema);
      else facts.properties.set(atom.name, [atom.schema]);
    }
    if (atom.kind === 'matching') facts.matching.push(atom);
    if (atom.kind === 'others') facts.others.push(atom);
    if (atom.kind === 'unevaluated') facts.others.push({ ...atom.possible, schema: atom.schema });
    if (atom.kind === 'names') facts.nameSchemas.push(atom.schema);
  }
  return facts;
}

/** All names that there can be, where the facts list them. */
function listedNames(schemas: readonly Formula[]): string[] | undefined {
  if (schemas.length === 0) return undefined;
  return signatureOfAll(schemas).values?.filter((value) => typeof value === 'string');
}

function namesIn(claim: Atom): string[] {
  if (claim.kind === 'property' || claim.kind === 'required') return [claim.name];
  if (claim.kind === 'others') return [...claim.names];
  return claim.kind === 'unevaluated' ? [...claim.certain.names] : [];
}
