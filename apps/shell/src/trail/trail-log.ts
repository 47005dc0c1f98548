import type { TrailEntry } from './trail-entry.ts';

/** The newest events, with what is shown of them. */
export interface TrailLog {
  add(entry: TrailEntry): void;
  entryOf(id: string): TrailEntry | undefined;
  /** Shows only entries in which every word of the text occurs. */
  filter(text: string): void;
  /** While paused, `shown` stays as it is; what comes in is kept and counted by `waiting`. */
  pause(paused: boolean): void;
  clear(): void;
  /** Newest first. */
  shown(): readonly TrailEntry[];
  /** What `shown` would be without a filter. */
  standing(): readonly TrailEntry[];
  /** How many arrived since the pause began. */
  waiting(): number;
  /** How many are kept, shown or not. */
  count(): number;
}

/** Makes a log that keeps the newest `limit` entries. */
export function createTrailLog(limit: number): TrailLog {
  let entries: TrailEntry[] = [];
  let frozen: TrailEntry[] | undefined;
  let arrived = 0;
  let words: string[] = [];

  return {
    add(entry) {
      entries = [entry, ...entries.slice(0, limit - 1)];
      if (frozen) arrived += 1;
    },
    entryOf: (id) => entries.find((entry) => entry.id === id),
    filter(text) {
      words = text.toLowerCase().split(/\s+/).filter(Boolean);
    },
    pause(paused) {
      frozen = paused ? entries : undefined;
      arrived = 0;
    },
    clear() {
      entries = [];
      arrived = 0;
      if (frozen) frozen = entries;
    },
    shown: () => (frozen ?? entries).filter(({ searchable }) => words.every((word) => searchable.includes(word))),
    standing: () => frozen ?? entries,
    waiting: () => arrived,
    count: () => entries.length,
  };
}
