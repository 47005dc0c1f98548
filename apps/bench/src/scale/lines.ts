/** What lies along a curve: how many of these there are. */
export type Across = 'contracts' | 'subscribers' | 'copies' | 'retained' | 'churn' | 'known' | 'mount';

/** One curve: how often it is measured along the way, and which page does it. */
export interface ScaleLine {
  readonly id: string;
  readonly across: Across;
  /** In legends and tables. */
  readonly title: string;
  /** Where it is measured, and where for the short form. */
  readonly points: readonly number[];
  readonly quick: readonly number[];
}

const tens = [1, 10, 100, 1_000, 10_000];
const fromTen = [10, 100, 1_000, 10_000];

function curves<Id extends string>(
  across: Across,
  { points, quick }: Pick<ScaleLine, 'points' | 'quick'>,
  titles: Readonly<Record<Id, string>>,
): Record<Id, ScaleLine> {
  const lines = Object.entries<string>(titles).map(([id, title]) => [id, { id, across, title, points, quick }]);
  return Object.fromEntries(lines);
}

/** All curves by their names. */
export const scaleLines = {
  ...curves(
    'contracts',
    { points: fromTen, quick: [10, 10_000] },
    { contracts: 'Emitted by the contract', 'contracts-by-name': 'Emitted by the name' },
  ),
  ...curves(
    'subscribers',
    { points: tens, quick: [10, 100] },
    { 'emit-busbar': 'Busbar', 'emit-custom-event': 'bare CustomEvent', 'emit-mitt': 'mitt', 'emit-postal': 'postal 3' },
  ),
  ...curves(
    'copies',
    { points: [1, 2, 3, 4, 5], quick: [1, 2] },
    {
      'copies-idle': '10 in the first copy, none in the others',
      'copies-busy': '10 in each copy',
      'copies-shared': '10 of each bundle, all in one copy',
      'copies-none': 'As many of one bundle, in one copy',
    },
  ),
  ...curves(
    'retained',
    { points: tens, quick: [1, 10_000] },
    { 'retained-last': 'The last so many', 'retained-keyed': 'The last of so many keys' },
  ),
  ...curves(
    'churn',
    { points: fromTen, quick: [10, 10_000] },
    {
      'churn-busbar': 'Busbar, by contract',
      'churn-pattern': 'Busbar, by pattern',
      'churn-custom-event': 'bare CustomEvent',
      'churn-mitt': 'mitt',
      'churn-postal': 'postal 3',
    },
  ),
  ...curves(
    'known',
    { points: fromTen, quick: [10, 10_000] },
    { 'known-contract': 'By contract', 'known-pattern': 'By pattern' },
  ),
  ...curves(
    'mount',
    { points: tens, quick: [1_000] },
    { 'mount-sync': 'Synchronous', 'mount-default': 'Default delivery', 'mount-keyed': 'Default delivery, kept by key' },
  ),
};

export type ScaleLineId = keyof typeof scaleLines;

/** The curves over the same thing. */
export function linesAcross(across: Across): readonly ScaleLineId[] {
  return (Object.keys(scaleLines) as ScaleLineId[]).filter((id) => scaleLines[id].across === across);
}
