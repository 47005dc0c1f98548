import { Chain } from '../hub/chain.ts';
import type { Place, ReceptionInProgress } from './reception.ts';

/** What waits, by the key that it has in common with events which may take its place: found at once, however much waits. */
export class KeyIndex {
  readonly #byKey = new Map<unknown, ReceptionInProgress[]>();
  readonly #inOrder = new Chain<Place>();

  /** Of what waits, what was emitted first: in a line, newer events may be in front of it, in the places of others. */
  get oldest(): ReceptionInProgress | undefined {
    return this.#inOrder.oldest?.reception;
  }

  add(reception: ReceptionInProgress): void {
    const { key } = reception;
    if (reception.place) return;
    reception.place = { older: undefined, newer: undefined, reception };
    this.#inOrder.add(reception.place);
    const known = this.#byKey.get(key);
    if (known) known.push(reception);
    else if (key !== undefined) this.#byKey.set(key, [reception]);
  }

  /** A newer event has taken its place. */
  renew(reception: ReceptionInProgress): void {
    this.#inOrder.delete(reception.place!);
    this.#inOrder.add(reception.place!);
  }

  remove(reception: ReceptionInProgress): void {
    const known = this.#byKey.get(reception.key);
    this.#inOrder.delete(reception.place!);
    reception.place = undefined;
    known?.splice(known.indexOf(reception), 1);
    if (known?.length === 0) this.#byKey.delete(reception.key);
  }

  /** The newest with a key, but for one that stages are looking at. */
  newest(key: unknown): ReceptionInProgress | undefined {
    return this.#byKey.get(key)?.findLast(({ stages }) => stages !== 'running');
  }
}
