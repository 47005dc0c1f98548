/** Ends many things once. */
export interface Ending {
  readonly ended: boolean;
  /** Ends something with the rest; the answer takes it back. */
  whenDisposed(end: () => void): () => void;
  end(): void;
}

export function createEnding(): Ending {
  const ends = new Set<() => void>();
  let ended = false;
  return {
    get ended() {
      return ended;
    },
    whenDisposed(end) {
      ends.add(end);
      return () => void ends.delete(end);
    },
    end() {
      ended = true;
      for (const end of ends) end();
      ends.clear();
    },
  };
}
