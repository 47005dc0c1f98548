import type { BusEvent } from '@busbar/core';
import type { RecordedLetter } from './in-page/recorded.ts';

/** A dead letter of the trail. */
export interface TrailLetter extends RecordedLetter {
  /** The page that it was made on: pages are counted in the order in which they told something, from 1 on. */
  readonly page: number;
  /** The address of the document. */
  readonly url: string;
}

/** An event of the trail. */
export interface TrailEvent<Data = unknown, Type extends string = string> extends BusEvent<Data, Type> {
  /** The page that it was emitted on: pages are counted in the order in which they told something, from 1 on. */
  readonly page: number;
  /** The address of the document. */
  readonly url: string;
  /** Whether it went out to subscribers. One that was refused did not; its dead letter says why. */
  readonly published: boolean;
  /** Where it could not be delivered, and why. */
  readonly deadLetters: readonly TrailLetter[];
}

/** A document that told something. */
export interface TrailDocument {
  readonly id: string;
  readonly page: number;
  /** Where it was when it told something last. */
  url: string;
  /** Whether its frame has gone to no other one since. */
  isCurrent: boolean;
  /** The hub that it has. */
  hub?: { readonly version: string; readonly protocol: number };
}

/** What the trail keeps of an event. */
export interface TrailEntry {
  /** The how many-th of the trail it is. */
  readonly number: number;
  readonly document: TrailDocument;
  readonly event: BusEvent;
  readonly letters: TrailLetter[];
  published: boolean;
  /** How much text it is. */
  readonly length: number;
}

/** How much text is kept, in characters. */
const longest = 64 * 1_024 * 1_024;

/** The newest events of some documents, with their dead letters. */
export class Trail {
  readonly #limit: number;
  readonly #entries: TrailEntry[] = [];
  /** By the id of the event, and by the document that has it: one that was adopted is in several. */
  readonly #newest = new Map<string, Map<TrailDocument, TrailEntry>>();
  #count = 0;
  #length = 0;
  /** How many events and letters are known to be missing: past the limits, or let go of by a page that had too many at once. */
  leftOut = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** How many events there have been. */
  get position(): number {
    return this.#count;
  }

  /** The events after so many, oldest first. */
  entries(after = 0): readonly TrailEntry[] {
    const gone = this.#count - this.#entries.length;
    return this.#entries.slice(Math.max(0, after - gone));
  }

  /** An event of that id, if the trail has one. */
  find(id: string | undefined): BusEvent | undefined {
    return id === undefined ? undefined : this.#anywhere(id)?.event;
  }

  add(event: BusEvent, document: TrailDocument, published = true): TrailEntry {
    const { length } = asText(event.data);
    const entry: TrailEntry = { number: ++this.#count, document, event, letters: [], published, length };
    this.#entries.push(entry);
    const inDocuments = this.#newest.get(event.id) ?? new Map<TrailDocument, TrailEntry>();
    this.#newest.set(event.id, inDocuments.set(document, entry));
    this.#length += length;
    while (this.#entries.length > this.#limit || (this.#length > longest && this.#entries.length > 1)) this.#forget();
    return entry;
  }

  addLetter(letter: RecordedLetter, document: TrailDocument): void {
    const { event, subscriber } = letter;
    // What is redriven may have been emitted in an earlier document. Whether it is refused, each document says for itself.
    const known = this.#newest.get(event.id)?.get(document) ?? (subscriber && this.#anywhere(event.id));
    const entry = known ?? this.add(event, document, subscriber !== undefined);
    if (!subscriber) entry.published = false;
    entry.letters.push({ ...letter, page: document.page, url: document.url });
  }

  #forget(): void {
    const [entry] = this.#entries.splice(0, 1) as [TrailEntry];
    this.#length -= entry.length;
    this.leftOut++;
    const { event, document } = entry;
    const inDocuments = this.#newest.get(event.id);
    if (inDocuments?.get(document) === entry) inDocuments.delete(document);
    if (inDocuments?.size === 0) this.#newest.delete(event.id);
  }

  #anywhere(id: string): TrailEntry | undefined {
    return this.#newest.get(id)?.values().next().value;
  }
}

/** What JSON can say of a value, and of bigints their digits. */
export function asText(value: unknown, indent?: number): string {
  return JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? String(inner) : inner), indent) ?? 'undefined';
}

/** An event of the trail as tests are given it: as it is now. */
export function toTrailEvent({ event, document, published, letters }: TrailEntry): TrailEvent {
  return { ...event, page: document.page, url: document.url, published, deadLetters: [...letters] };
}
