/** A page on which many events are emitted to ten subscribers, and its heap is looked at in between. */
export interface LongRun {
  readonly title: string;
  /** How many events, and how many in the short form. */
  readonly events: number;
  readonly quick: number;
}

const million = 1_000_000;

/** `control` shows what the browser itself keeps of a page that has run for long. */
export const longRuns = {
  off: { title: "Busbar, `dom: 'off'`", events: 10 * million, quick: million / 5 },
  mirrored: { title: "Busbar, `dom: 'both'`, shown to `window`", events: million, quick: million / 20 },
  control: { title: 'mitt, as a control', events: 10 * million, quick: million / 5 },
} as const satisfies Readonly<Record<string, LongRun>>;

export type LongRunId = keyof typeof longRuns;

export const subscribers = 10;
