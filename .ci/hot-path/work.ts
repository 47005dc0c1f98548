/** What is done of something: functions called, blocks of code run, objects and bytes allocated. */
export interface Work {
  readonly calls: number;
  readonly blocks: number;
  readonly objects: number;
  readonly bytes: number;
}

/** The parts of work, in the order in which they are told. */
export const parts = ['calls', 'blocks', 'objects', 'bytes'] as const satisfies readonly (keyof Work)[];

/** Work by the function that does it. */
export type WorkByFunction = Readonly<Record<string, Work>>;

export const noWork: Work = { calls: 0, blocks: 0, objects: 0, bytes: 0 };

/** Puts two works together, part by part, to hundredths. */
export function combine(one: Work, other: Work, put: (one: number, other: number) => number): Work {
  const part = (name: keyof Work): number => Math.round(put(one[name], other[name]) * 100) / 100;
  return { calls: part('calls'), blocks: part('blocks'), objects: part('objects'), bytes: part('bytes') };
}

/** The work of all functions. */
export function sumOf(work: WorkByFunction): Work {
  return Object.values(work).reduce((sum, each) => combine(sum, each, (one, other) => one + other), noWork);
}

/** What one takes more than the other, each of so many times that it is in there more often. Functions that do no more are left out. */
export function workEach(more: WorkByFunction, less: WorkByFunction, times = 1): WorkByFunction {
  const names = new Set([...Object.keys(more), ...Object.keys(less)]);
  const entries = [...names].map((name): [string, Work] => [
    name,
    combine(more[name] ?? noWork, less[name] ?? noWork, (one, other) => (one - other) / times),
  ]);
  return Object.fromEntries(entries.filter(([, work]) => parts.some((part) => work[part] !== 0)));
}
