import type { CostStudy } from '../report/cost-study.ts';

/** Those studies that are named, in their own order. Throws a sentence that names those that there are. */
export function studiesNamed(names: readonly string[], studies: readonly CostStudy<unknown>[]): readonly CostStudy<unknown>[] {
  const known = studies.map(({ name }) => name);
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) throw new Error(`There is no study "${unknown.join('", "')}". There are: ${known.join(', ')}.`);
  return studies.filter(({ name }) => names.includes(name));
}
