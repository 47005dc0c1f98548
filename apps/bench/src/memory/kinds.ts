import { busbarProfile, profiles } from '../contestants/profiles.ts';

/** Where a kind of thing is told of. */
export type Group = 'contestants' | 'subscriptions' | 'kept' | 'made';

/** A kind of thing that is weighed: many are made, and none is let go. */
export interface Kind {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** How many more are made between two looks at the heap. */
  readonly step: number;
  /** Whether the short form weighs it. */
  readonly quick: boolean;
}

const busbarName = busbarProfile({ dom: 'off' }).name;

/** What others are compared with in the short form. */
const quickContestants = new Set([busbarName, 'bare CustomEvent', 'mitt']);

/** Busbar is among them as it is used by default; its other settings weigh the same. */
const contestantKinds: readonly Kind[] = profiles
  .filter(({ name, package: from }) => from !== '@busbar/core' || name === busbarName)
  .map(({ name }) => ({
    id: name,
    group: 'contestants',
    title: name === busbarName ? 'Busbar' : name,
    step: 1_000,
    quick: quickContestants.has(name),
  }));

function kindsOf<Id extends string>(group: Group, titles: Readonly<Record<Id, string>>, step: number): Kind[] {
  return Object.entries<string>(titles).map(([id, title]) => ({ id, group, title, step, quick: false }));
}

export const subscriptionTitles = {
  default: 'By contract, no options',
  pattern: 'By pattern, no options',
  where: '`where`',
  retry: '`retry: 3`',
  overlap: "`overlap: 'parallel'`",
  frame: "`delivery: 'frame'`",
  byKey: "`overflow: 'latest-by-key'`",
  signal: '`signal`, one of its own each',
  used: 'No options, after each has handled 32 events',
} as const;

export const keptTitles = {
  payload: 'The payload alone, frozen, in an array',
  retainedLast: 'Retained event, the last so many',
  retainedKeyed: 'Retained event, the last of each key',
  letterInvalid: 'Dead letter, payload refused by Zod',
  letterFailed: 'Dead letter, handler threw an error',
  letterRate: "Dead letter, over the contract's `rate`",
} as const;

export const madeTitles = {
  zodSchema: 'Schema of Zod alone, four fields',
  contractZod: 'Contract with such a schema, known to the page',
  contractUsed: 'The same, after its first event',
  contractByHand: 'Contract whose schema is shared, known to the page',
  bus: 'Bus of one more micro-frontend',
  scope: 'Scope',
} as const;

/** All kinds, in the order in which they are told of. */
export const kinds: readonly Kind[] = [
  { id: 'handler', group: 'contestants', title: 'The handler alone', step: 1_000, quick: true },
  ...contestantKinds,
  ...kindsOf('subscriptions', subscriptionTitles, 1_000),
  ...kindsOf('kept', keptTitles, 2_000).map((kind) => ({ ...kind, quick: kind.id === 'retainedLast' })),
  ...kindsOf('made', madeTitles, 500).map((kind) => ({ ...kind, quick: kind.id === 'contractZod' })),
];
