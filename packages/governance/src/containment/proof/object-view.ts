import { admits, isOneOf } from '../formulas/admits.ts';
import type { Atom, AtomOf, Formula, Names } from '../formulas/formula.ts';
import { FALSE } from '../formulas/intern.ts';
import { matches } from '../formulas/matches.ts';
import { signatureOfAll } from '../formulas/signature.ts';

interface Facts {
  readonly required: Set<string>;
  readonly properties: Map<string, Formula[]>;
  readonly matching: AtomOf<'matching'>[];
  readonly others: (Names & { readonly schema: Formula })[];
  readonly nameSchemas: Formula[];
}

/** What the facts about an object say of its properties. */
export class ObjectView {
  readonly required: ReadonlySet<string>;
  /** Every name that facts or claims speak of. */
  readonly names: ReadonlySet<string>;
  /** Patterns of names that facts speak of. */
  readonly patterns: readonly string[];
  /** What is known of values of properties that are none of `names` and match none of `patterns`. */
  readonly otherValues: readonly Formula[];
  /** Whether there can be no property but those of `names`. */
  readonly isClosed: boolean;
  private readonly facts: Facts;

  constructor(atoms: readonly Atom[], claims: readonly Atom[]) {
    const facts = sort(atoms);
    const { properties, required, matching, others, nameSchemas } = facts;
    const listed = listedNames(nameSchemas);
    const named = [...properties.keys(), ...required, ...others.flatMap((other) => [...other.names])];
    this.facts = facts;
    this.required = required;
    this.names = new Set([...named, ...claims.flatMap(namesIn), ...(listed ?? [])]);
    this.patterns = [...new Set([...matching.map(({ pattern }) => pattern), ...others.flatMap((other) => other.patterns)])];
    this.otherValues = others.map(({ schema }) => schema);
    const areRefused = (values: readonly Formula[]) => values.includes(FALSE);
    const isRest = areRefused(this.otherValues) && this.patterns.every((text) => areRefused(this.valuesMatching(text)));
    this.isClosed = listed !== undefined || isRest;
  }

  /** Whether a fact names this property, if only to say that it is none of the others. */
  isNamed(name: string): boolean {
    const { properties, required, others } = this.facts;
    return properties.has(name) || required.has(name) || others.some((other) => other.names.has(name));
  }

  /** What is known of the value of a property, if it is there. */
  valuesOf(name: string): readonly Formula[] {
    const { properties, matching, others, nameSchemas } = this.facts;
    const known = [...(properties.get(name) ?? [])];
    for (const { pattern, schema } of matching) if (matches(pattern, name)) known.push(schema);
    for (const other of others) if (isOneOf(other, name) === false) known.push(other.schema);
    if (nameSchemas.some((schema) => admits(schema, name) === false)) known.push(FALSE);
    return known;
  }

  /** What is known of values of properties that match a pattern of the facts and are none of `names`. */
  valuesMatching(pattern: string): readonly Formula[] {
    const { matching, others } = this.facts;
    const known = matching.filter((fact) => fact.pattern === pattern).map(({ schema }) => schema);
    for (const other of others) if (other.patterns.length === 0) known.push(other.schema);
    return known;
  }

  /** What is known of each group of properties that a pattern may concern. */
  groupsMatching(pattern: string): readonly (readonly Formula[])[] {
    const named = [...this.names].filter((name) => matches(pattern, name) !== false).map((name) => this.valuesOf(name));
    if (this.isClosed) return named;
    // Names that match a pattern of the facts are all in its group.
    if (this.patterns.includes(pattern)) return [...named, this.valuesMatching(pattern)];
    return [...named, ...this.patterns.map((text) => this.valuesMatching(text)), this.otherValues];
  }

  /** What is known of each group of properties that may be beside these. */
  groupsBeside(declared: Names): readonly (readonly Formula[])[] {
    const named = [...this.names].filter((name) => isOneOf(declared, name) !== true);
    return [...named.map((name) => this.valuesOf(name)), ...this.unnamedBeside(declared)];
  }

  /** As `groupsBeside`, without those that have a name of their own. */
  unnamedBeside(declared: Names): readonly (readonly Formula[])[] {
    if (this.isClosed) return [];
    const beside = this.patterns.filter((pattern) => !declared.patterns.includes(pattern));
    return [...beside.map((text) => this.valuesMatching(text)), this.otherValues];
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
