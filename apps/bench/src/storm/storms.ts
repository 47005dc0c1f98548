/** How many subscribers a storm meets. */
export const subscribers = 10;

/** Events that come faster than a page likes. */
export interface Storm {
  readonly name: 'at-once' | 'stream';
  readonly events: number;
  /** How many of them are emitted in one task. */
  readonly inOneGo: number;
  /** Milliseconds from one such task to the next. */
  readonly every: number;
}

export const storms: Readonly<Record<Storm['name'], Storm>> = {
  'at-once': { name: 'at-once', events: 100_000, inOneGo: 100_000, every: 0 },
  stream: { name: 'stream', events: 25_000, inOneGo: 500, every: 20 },
};

/** What the page puts down with `performance.mark`, so that the browser's trace tells when it was. */
export const marks = { begin: 'the storm begins', emitted: 'a task has emitted', end: 'the storm is over' } as const;
