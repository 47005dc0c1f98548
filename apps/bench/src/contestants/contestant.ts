import type { Profile } from './profile.ts';

/** What is emitted to all contestants. */
export interface Payload {
  readonly sku: string;
  readonly quantity: number;
  readonly price: number;
  readonly gift: boolean;
}

/** What a subscriber does with a payload; it is told the how many-th subscriber it is, from 0 on. */
export type Handle = (payload: Payload, subscriber: number) => void;

/** Some subscribers of one event, and the way to emit it. */
export interface Course {
  emit(payload: Payload): void;
  /** Resolves once all that was emitted has come to an end: handlers have run, and what is mirrored to `window` is there. */
  settled(): Promise<void>;
  /** Takes everything away again. */
  close(): void;
}

/** A way for the parts of a page to hear of events, written as its users would write it. */
export interface Contestant extends Profile {
  /** Subscribes that many handlers, each a function of its own that calls `handle` with the payload. */
  open(subscribers: number, handle: Handle): Course;
  /** Emits, and only then subscribes, as who comes late and wants to know what came before. Resolves once all has been given. */
  hearLate(payload: Payload, handle: Handle): Promise<void>;
}
