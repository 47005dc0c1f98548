import type { Pair } from './finding.ts';

/** The pairs in which something was found, themselves or somewhere inside. */
export function pairsWithFindings(root: Pair): ReadonlySet<Pair> {
  const users = new Map<Pair, Pair[]>([[root, []]]);
  const all = [root];
  for (const pair of all) {
    for (const inner of innerPairs(pair)) {
      const known = users.get(inner);
      if (known) known.push(pair);
      else {
        users.set(inner, [pair]);
        all.push(inner);
      }
    }
  }
  const loud = new Set(all.filter(({ findings, isBroken }) => findings.length > 0 || isBroken));
  for (const pair of loud) for (const user of users.get(pair) ?? []) loud.add(user);
  return loud;
}

function innerPairs({ steps }: Pair): readonly Pair[] {
  return steps.flatMap((step) => (step.kind === 'unchecked' ? step.pairs : [step.pair]));
}
