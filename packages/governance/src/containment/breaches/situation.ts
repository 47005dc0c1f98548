import type { SchemaNode } from '../../json-schema/schema-node.ts';
import type { Atom, Formula, Part } from '../formulas/formula.ts';
import { partsOf } from '../formulas/parts-of.ts';
import { Goal } from '../proof/goal.ts';
import type { Prover } from '../proof/prover.ts';
import type { Breach } from './breach.ts';

/** What is known of the writer's values at one place of the reader's schema, and what the reader says there. */
export interface Situation {
  readonly facts: readonly Formula[];
  /** The facts taken apart. */
  readonly goal: Goal;
  /** What the reader says. */
  readonly parts: readonly Part[];
  /** The reader's schema, if it is more than true or false. */
  readonly node?: SchemaNode | undefined;
  /** A JSON pointer into the reader's schema. */
  readonly path: string;
  readonly prover: Prover;
  readonly report: (breach: Breach) => void;
  /** Looks for breaches in a part of the value, or in a part of the reader's schema. */
  readonly explain: (facts: readonly Formula[], claim: Formula, path: string) => void;
}

type Tools = Pick<Situation, 'prover' | 'report' | 'explain'>;

export function createSituation(facts: readonly Formula[], claim: Formula, path: string, tools: Tools): Situation {
  const goal = new Goal(undefined, tools.prover.mask);
  for (const fact of facts) goal.addFact(fact);
  const isSchema = claim.op === 'schema';
  const parts = isSchema ? partsOf(claim) : [{ keyword: '', formula: claim }];
  return { facts, goal, parts, node: isSchema ? claim.node : undefined, path, ...tools };
}

/** The first certain fact of a kind. */
export function factOf<Kind extends Atom['kind']>(
  { goal }: Situation,
  kind: Kind,
  guard?: number,
): (Atom & { kind: Kind }) | undefined {
  return goal.facts.find((fact) => fact.kind === kind && (guard === undefined || fact.guard === guard)) as never;
}
