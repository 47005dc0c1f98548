import type { TrailEntry } from './trail-entry.ts';

/** An event with what came of it. */
export interface TrailBranch {
  readonly entry: TrailEntry;
  /** Whether it is listed for its own sake, and not only for that of an effect. */
  readonly matches: boolean;
  /** What was caused by it, oldest first. */
  readonly effects: readonly TrailBranch[];
}

/**
 * Nests events below the one that caused them. Those whose cause is not among them are roots, newest first, as are the
 * entries given. Besides `matches` only what led to one of them stays.
 */
export function causeTree(entries: readonly TrailEntry[], matches: readonly TrailEntry[]): readonly TrailBranch[] {
  const causeOf = causesAmong(entries);
  const matching = new Set(matches);
  const wanted = withCauses(matches, causeOf);
  const branches = new Map<TrailEntry, TrailBranch & { effects: TrailBranch[] }>();
  for (const entry of entries.toReversed()) {
    if (wanted.has(entry)) branches.set(entry, { entry, matches: matching.has(entry), effects: [] });
  }
  const roots: TrailBranch[] = [];
  for (const branch of branches.values()) {
    const cause = causeOf(branch.entry);
    (cause ? branches.get(cause)!.effects : roots).push(branch);
  }
  return roots.toReversed();
}

/** How many events are below a branch, at any depth. */
export function countBelow({ effects }: TrailBranch): number {
  return effects.reduce((sum, effect) => sum + 1 + countBelow(effect), 0);
}

type CauseOf = (entry: TrailEntry) => TrailEntry | undefined;

function causesAmong(entries: readonly TrailEntry[]): CauseOf {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return ({ causeId, sequence }) => {
    const cause = causeId === undefined ? undefined : byId.get(causeId);
    // What claims to be caused by something later would make a ring.
    return cause && cause.sequence < sequence ? cause : undefined;
  };
}

function withCauses(entries: readonly TrailEntry[], causeOf: CauseOf): ReadonlySet<TrailEntry> {
  const wanted = new Set<TrailEntry>();
  for (const entry of entries) {
    let next: TrailEntry | undefined = entry;
    while (next && !wanted.has(next)) {
      wanted.add(next);
      next = causeOf(next);
    }
  }
  return wanted;
}
