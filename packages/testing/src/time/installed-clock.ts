/** The part of a clock of `@sinonjs/fake-timers` that is used here, whoever brought it: Vitest, Jest, Sinon or this package. */
export interface FakeClock {
  readonly now: number;
  /** Lets time pass, one timer after the other, with the promises that follow from each. */
  tickAsync(milliseconds: number): Promise<number>;
}

/** The clock that has taken the place of the page's timers, if one has. */
export function installedClock(): FakeClock | undefined {
  const { clock } = globalThis.setTimeout as unknown as { clock?: FakeClock };
  return typeof clock?.tickAsync === 'function' ? clock : undefined;
}
