/** What a subscription takes to which payloads of every version can be given as they are. */
export const anyVersion = 0;

/** What a subscription takes whose events have to pass its stages, or wait. */
export const noVersion = -1;

/** Whether events in a version can be given to those who take another, or the same. */
export function fits(version: number, taken: number): boolean {
  return taken === version || taken === anyVersion;
}

/** What all of some subscriptions take: one version at most, by those who are particular. */
export function commonVersion(taken: readonly number[]): number {
  const particular = new Set(taken.filter((version) => version !== anyVersion));
  if (particular.size > 1) return noVersion;
  return [...particular][0] ?? anyVersion;
}
