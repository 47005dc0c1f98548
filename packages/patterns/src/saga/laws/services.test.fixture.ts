import { type Meeting, type Plan, timeout } from './plan.test.fixture.ts';

/** What a service has in its books of one step of one instance. */
export interface Entry {
  /** The keys by which it took effect: a second one is a second effect. */
  readonly keys: Set<string>;
  /** How many of its effects were taken back. */
  withdrawn: number;
  /** It was told to undo, maybe before it was told to do. */
  cancelled: boolean;
  /** How often it was called, to do and to undo. */
  readonly calls: { do: number; undo: number };
}

/** Who calls: nothing reaches a service from a page that is dead. */
export interface Caller {
  readonly dead: boolean;
}

/** A call to the service of a step. */
export interface Call {
  readonly id: string;
  readonly step: number;
  readonly kind: 'do' | 'undo';
  /** Calls with the same key are one to the service. */
  readonly key: string;
}

/** The services behind the page. They outlive it. */
export interface Services {
  readonly books: ReadonlyMap<string, Entry>;
  call(caller: Caller, call: Call): Promise<string>;
  /** From now on every call is answered. */
  recover(): void;
}

/** Makes services that meet calls as planned, take effect once for each step of an instance, and bear an undo that comes first. */
export function createServices({ steps }: Plan): Services {
  const books = new Map<string, Entry>();
  let well = false;
  return {
    books,
    recover() {
      well = true;
    },
    call(caller, { id, step, kind, key }) {
      if (caller.dead) return new Promise(() => {});
      const entry = entryOf(books, `${id}:${step}`);
      const count = entry.calls[kind]++;
      const planned = steps[step]![kind === 'do' ? 'tries' : 'undoTries'][count];
      const met: Meeting = well || !planned ? { behaviour: 'answers', latency: 1 } : planned;
      return meet(met, () => (kind === 'do' ? apply(entry, key) : withdraw(entry)));
    },
  };
}

function entryOf(books: Map<string, Entry>, key: string): Entry {
  const entry = books.get(key) ?? { keys: new Set<string>(), withdrawn: 0, cancelled: false, calls: { do: 0, undo: 0 } };
  books.set(key, entry);
  return entry;
}

function apply(entry: Entry, key: string): string {
  if (entry.cancelled) throw new Error('It was cancelled before.');
  entry.keys.add(key);
  return 'done';
}

function withdraw(entry: Entry): string {
  entry.withdrawn = entry.keys.size;
  entry.cancelled = true;
  return 'undone';
}

function meet({ behaviour, latency }: Meeting, takeEffect: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    const after = (time: number, act: () => void): void => void setTimeout(act, time);
    const answer = (): void => {
      try {
        resolve(takeEffect());
      } catch (error) {
        reject(error);
      }
    };
    if (behaviour === 'fails') after(latency, () => reject(new Error('The service is out of order.')));
    else if (behaviour === 'loses the answer') after(latency, () => void quietly(takeEffect));
    else if (behaviour === 'is late') after(timeout * 3 + latency, answer);
    else if (behaviour !== 'ignores it') after(latency, answer);
  });
}

/** Nobody is there to hear what went wrong. */
function quietly(act: () => unknown): void {
  try {
    act();
  } catch {}
}
