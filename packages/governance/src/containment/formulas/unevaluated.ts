import { followAliases } from '../../json-schema/open-schema.ts';
import type { Schema, SchemaNode } from '../../json-schema/schema-node.ts';
import { dependsOnOwnBranchesAlone, evaluatedByBranch, evaluatedItems, evaluatedNames } from './evaluated.ts';
import type { Formula, Names } from './formula.ts';
import { formulaOf, formulaOfTarget } from './formula-of.ts';
import { all, any, atom, canonicalText, not, TRUE, types } from './intern.ts';
import { allTypes, typeBits } from './type-mask.ts';

/** One way in which the branches of a schema can turn out: what holds then, and which properties they look at. */
interface Case {
  readonly holds: readonly Formula[];
  readonly looksAt: readonly Schema[];
}

/** So many ways are told apart. */
const most = 16;

/**
 * What `unevaluatedProperties` says beside the other keywords of the schema. Which properties it concerns depends on the branches that
 * hold: where they are few, each way in which they can turn out is a case of its own.
 */
export function unevaluatedFormula(node: SchemaNode): Formula {
  const schema = formulaOf(node.unevaluatedProperties ?? true);
  const { certain, possible } = evaluatedNames(node);
  if (schema === TRUE || certain === 'all') return TRUE;
  const exact = byCase(node, certain, schema);
  if (exact) return exact;
  const atMost = possible === 'all' ? everything : possible;
  return atom({ kind: 'unevaluated', certain, possible: atMost, schema, depends: dependenciesOf(node) });
}

/** What `unevaluatedItems` says beside the other keywords of the schema. */
export function unevaluatedItemsFormula(node: SchemaNode): Formula {
  const schema = formulaOf(node.unevaluatedItems ?? true);
  const { certain, possible } = evaluatedItems(node);
  if (schema === TRUE || certain === Number.POSITIVE_INFINITY) return TRUE;
  return atom({ kind: 'unevaluatedItems', certain, possible, schema, depends: certain === possible ? '' : dependenciesOf(node) });
}

/** The schemas on which it depends what is looked at, by the numbers of their formulas. */
function dependenciesOf(node: SchemaNode): string {
  const {
    reference,
    allOf = [],
    anyOf = [],
    oneOf = [],
    if: condition,
    then: met,
    else: unmet,
    contains,
    dependentSchemas = {},
  } = node;
  const single = [condition, met, unmet, contains].map((schema) => (schema === undefined ? '-' : formulaOf(schema).id));
  const lists = [allOf, anyOf, oneOf].map((schemas) => schemas.map((schema) => formulaOf(schema).id).join());
  const named = Object.entries(dependentSchemas).map(([name, schema]) => `${JSON.stringify(name)}:${formulaOf(schema).id}`);
  const target = reference ? formulaOfTarget(reference.follow()).id : '-';
  return [target, ...single, ...lists, ...named.sort()].join(' ');
}

const everything: Names = { names: new Set(), patterns: [''] };

function byCase(node: SchemaNode, certain: Names, schema: Formula): Formula | undefined {
  if (!dependsOnOwnBranchesAlone(node)) return undefined;
  let cases: readonly Case[] | undefined = [{ holds: [], looksAt: [] }];
  for (const group of groupsOf(node)) {
    const before: readonly Case[] = cases;
    cases = group?.flatMap((own) =>
      before.map((other) => ({ holds: [...other.holds, ...own.holds], looksAt: [...other.looksAt, ...own.looksAt] })),
    );
    if (!cases || cases.length > most) return undefined;
  }
  const formulas = cases.map((one) => formulaOfCase(one, certain, schema));
  if (formulas.includes(undefined)) return undefined;
  return cases.length === 1 ? formulas[0] : any([types(allTypes & ~typeBits.object), ...(formulas as Formula[])]);
}

function formulaOfCase({ holds, looksAt }: Case, certain: Names, schema: Formula): Formula | undefined {
  const names = new Set(certain.names);
  const patterns = new Set(certain.patterns);
  for (const branch of looksAt) {
    const found = evaluatedByBranch(branch);
    if (found === 'all') return all(holds);
    if (found === undefined) return undefined;
    for (const name of found.names) names.add(name);
    for (const pattern of found.patterns) patterns.add(pattern);
  }
  return all([...holds, atom({ kind: 'others', names, patterns: [...patterns].sort(), schema })]);
}

/** Keywords with branches, each by the ways in which it can turn out; `undefined` where they are too many. */
function* groupsOf(node: SchemaNode): Generator<readonly Case[] | undefined> {
  if (node.anyOf) yield areExclusive(node.anyOf) ? oneHolds(node.anyOf) : someHold(node.anyOf);
  if (node.oneOf) yield oneHolds(node.oneOf);
  for (const [name, schema] of Object.entries(node.dependentSchemas ?? {})) {
    const required = atom({ kind: 'required', name });
    yield [
      { holds: [not(required)], looksAt: [] },
      { holds: [required], looksAt: [schema] },
    ];
  }
  if (node.if === undefined) return;
  const condition = formulaOf(node.if);
  yield [
    { holds: [condition], looksAt: [node.if, node.then ?? true] },
    { holds: [not(condition)], looksAt: [node.else ?? true] },
  ];
}

/** Whether all branches require a property for which each has a constant of its own. */
function areExclusive(branches: readonly Schema[]): boolean {
  const [first, ...others] = branches.map(constantsOf);
  const isTelling = (name: string) => {
    const constants = [first?.get(name), ...others.map((constantsOfOther) => constantsOfOther.get(name))];
    return !constants.includes(undefined) && new Set(constants).size === branches.length;
  };
  return [...(first?.keys() ?? [])].some(isTelling);
}

function constantsOf(branch: Schema): Map<string, string> {
  const node = followAliases(branch);
  const constants = new Map<string, string>();
  if (typeof node !== 'object') return constants;
  for (const name of node.required ?? []) {
    const property = node.properties?.[name];
    if (typeof property === 'object' && 'const' in property) constants.set(name, canonicalText(property.const));
  }
  return constants;
}

function oneHolds(branches: readonly Schema[]): Case[] {
  return branches.map((branch) => ({ holds: [formulaOf(branch)], looksAt: [branch] }));
}

/** All that may hold together, but none of them. */
function someHold(branches: readonly Schema[]): Case[] | undefined {
  if (2 ** branches.length > most) return undefined;
  const cases = branches.reduce<readonly Case[]>(
    (before, branch) => {
      const formula = formulaOf(branch);
      return before.flatMap(({ holds, looksAt }) => [
        { holds: [...holds, not(formula)], looksAt },
        { holds: [...holds, formula], looksAt: [...looksAt, branch] },
      ]);
    },
    [{ holds: [], looksAt: [] }],
  );
  return cases.filter(({ looksAt }) => looksAt.length > 0);
}
