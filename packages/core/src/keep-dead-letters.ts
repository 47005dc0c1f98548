import type { Bus } from './bus.ts';
import { contextOf } from './bus-context.ts';
import { BusError, type BusErrorDetails } from './bus-error.ts';
import { isVisibleTo } from './dead-letter-box.ts';
import { inDevelopment } from './development.ts';
import type { DeadLetterStore, StoredDeadLetter } from './hub/dead-letter-store.ts';
import type { DeadLetter } from './hub/dead-letters.ts';
import { letterOf, noteLetters, trimLetters } from './hub/letters.ts';
import { isThenable } from './is-thenable.ts';
import { type Subscription, toSubscription } from './readable.ts';
import { fromStored, toStored } from './stored-letter.ts';

/** How many letters are written at a time. What changes meanwhile is written as it is then, so nothing piles up. */
const atOnce = 64;

/**
 * Keeps the page's dead letters in a store as long as the subscription lasts, and brings back those of earlier pages: into
 * the same list, under the same bound, without telling observers.
 *
 * A redriven letter leaves the store once its event was handled. What the store fails at is told to `onError`. A scope
 * keeps the letters that it sees.
 *
 * @throws BusError `store-conflict` where the letters of this page are kept already, `disposed`.
 * @example
 * keepDeadLetters(bus, store);
 */
export function keepDeadLetters(handle: Bus, store: DeadLetterStore): Subscription {
  const bus = contextOf(handle).alive('keepDeadLetters');
  const isVisible = isVisibleTo(bus);
  const { hub, source } = bus;
  if (inDevelopment) assertStore(store, source);
  if (hub.letterKeeper) throw new BusError('store-conflict', { source, keeper: hub.letterKeeper.source });
  /** What the store has. */
  const held = new Set<string>();
  /** What came or went since it was last written. */
  const changed = new Set<string>();
  const writing = new Set<string>();
  const keeper = { source, update };

  function update(id: string): void {
    const letter = letterOf(hub, id);
    if (held.has(id) || (letter && isVisible(letter))) changed.add(id);
    else changed.delete(id);
    write();
  }

  function write(): void {
    for (const id of changed) {
      if (writing.size >= atOnce) return;
      if (writing.has(id)) continue;
      changed.delete(id);
      const letter = letterOf(hub, id);
      held[letter ? 'add' : 'delete'](id);
      const written = letter ? attempt('put', () => store.put(toStored(letter))) : attempt('delete', () => store.delete(id));
      if (!written) continue;
      writing.add(id);
      written.then(() => {
        writing.delete(id);
        write();
      });
    }
  }

  /** Asks the store for something. What fails is told, and stops nothing. */
  function attempt<Answer>(
    action: BusErrorDetails['store-failed']['action'],
    ask: () => Answer | PromiseLike<Answer>,
    next?: (answer: Answer) => void,
  ): Promise<void> | undefined {
    const fail = (cause: unknown): void => bus.report(new BusError('store-failed', { action, source }, cause));
    try {
      const answer = ask();
      if (isThenable(answer)) return Promise.resolve(answer).then(next).catch(fail);
      next?.(answer);
    } catch (error) {
      fail(error);
    }
    return undefined;
  }

  function bringBack(stored: readonly StoredDeadLetter[]): void {
    if (hub.letterKeeper !== keeper) return;
    const loaded: DeadLetter[] = [];
    for (const letter of stored) attempt('load', () => loaded.push(fromStored(letter, bus)));
    const made = [...hub.letters];
    hub.letters.clear();
    hub.oldestLetter = undefined;
    for (const letter of loaded.sort(byTime)) {
      held.add(letter.id);
      // One of this page that is not in the list any more was discarded meanwhile.
      if (!letter.id.startsWith(hub.prefix)) hub.letters.set(letter.id, letter);
    }
    for (const [key, letter] of made) hub.letters.set(key, letter);
    trimLetters(hub);
    if (loaded[0]) noteLetters(hub);
    for (const { id } of loaded) if (!letterOf(hub, id)) update(id);
  }

  hub.letterKeeper = keeper;
  attempt('load', () => store.load(), bringBack);
  for (const { id } of hub.letters.values()) if (!held.has(id)) update(id);
  return toSubscription(() => {
    hub.letterKeeper = undefined;
  }, bus.whenDisposed);
}

function byTime(one: DeadLetter, other: DeadLetter): number {
  return one.lastTime - other.lastTime || one.id.localeCompare(other.id, 'en', { numeric: true });
}

function assertStore(store: DeadLetterStore | undefined, source: string): void {
  const isStore = [store?.load, store?.put, store?.delete].every((ask) => typeof ask === 'function');
  const expected = 'an object with load, put and delete';
  if (!isStore) throw new BusError('invalid-option', { option: 'store', given: store, expected, source });
}
