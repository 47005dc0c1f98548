import type { BusEvent, DeadLetter } from '@busbar/core';

/** The function of the page that the recorder tells its messages to. */
export const bindingName = '__busbarRecord';

/** Where a page has its recorder. */
export const recorderKey: unique symbol = Symbol.for('busbar.recorder');

/** What a test asks of the recorder of a page. */
export interface Recorder {
  /** Tells what is untold, and answers how many messages the document has told since it began. */
  flush(): { readonly document: string; readonly messages: number };
  /** Says that the document is there, as when it comes back out of the back/forward cache. */
  arrive(): void;
}

/** An error as it can leave its page. */
export interface RecordedError {
  readonly name: string;
  readonly message: string;
  /** Of a BusError. */
  readonly code?: string;
  /** Of a BusError, as far as JSON can say it. */
  readonly details?: unknown;
  readonly cause?: RecordedError;
}

/** A dead letter as it can leave its page. */
export interface RecordedLetter extends Omit<DeadLetter, 'error'> {
  readonly error: RecordedError;
}

/** Something that a recorder has seen. */
export type Recorded =
  | { readonly event: BusEvent }
  | { readonly letter: RecordedLetter }
  /** A hub was found. */
  | { readonly hub: { readonly version: string; readonly protocol: number } }
  /** The document is there. */
  | { readonly arrived: true };

/** What a document tells of what it has seen. */
export interface RecorderMessage {
  /** Names the document among all of all pages. */
  readonly document: string;
  /** The how many-th message of the document it is. One may come twice. */
  readonly number: number;
  /** Where it is now. */
  readonly url: string;
  readonly recorded: readonly Recorded[];
  /** How much was let go of before, since too much came at once. */
  readonly leftOut: number;
}
