import type { BusEvent } from '../event.ts';
import type { Hub } from '../hub/hub.ts';
import { isLate } from '../is-thenable.ts';
import type { ReceptionInProgress } from './reception.ts';

/** Finds what waits by its key, however much waits: the contract's `retain.by`, else the event's `subject`. */
export class KeyIndex {
  readonly #topics: Hub['topics'];
  readonly #byKey = new Map<string, ReceptionInProgress[]>();
  #unknown: ReceptionInProgress[] = [];

  constructor({ topics }: Hub) {
    this.#topics = topics;
  }

  /** Empty where `retain.by` fails; the emitter was told of that. */
  keyOf({ type, subject = '', data }: BusEvent): string {
    const retain = this.#topics.get(type)?.retain;
    try {
      const key: unknown = typeof retain === 'object' ? retain.by(data) : subject;
      if (!isLate(key) && ['string', 'number'].includes(typeof key)) return JSON.stringify([type, key]);
    } catch {
      // There is none.
    }
    return '';
  }

  add(reception: ReceptionInProgress, key = this.keyOf(reception.given)): void {
    const known = this.#byKey.get(key);
    reception.key = key;
    if (known) known.push(reception);
    else this.#byKey.set(key, [reception]);
  }

  /** Takes note of what is to be added once its key may be asked for. */
  addLater(reception: ReceptionInProgress): void {
    this.#unknown.push(reception);
  }

  /** Adds what has been put off. */
  addUnknown(): void {
    const unknown = this.#unknown;
    this.#unknown = [];
    for (const reception of unknown) if (reception.key === undefined) this.add(reception);
  }

  remove(reception: ReceptionInProgress): void {
    const known = this.#byKey.get(reception.key!) ?? [];
    const index = known.indexOf(reception);
    if (index >= 0) known.splice(index, 1);
    if (known.length === 0) this.#byKey.delete(reception.key!);
  }

  /** The newest with that key, apart from one that stages are looking at. */
  newest(key: string): ReceptionInProgress | undefined {
    return key ? this.#byKey.get(key)?.findLast(({ stages }) => stages !== 'running') : undefined;
  }
}
