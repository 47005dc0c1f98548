import type { ReceptionInProgress } from './reception.ts';

/** What waits, by the key that it has in common with events which may take its place: found at once, however much waits. */
export class KeyIndex {
  readonly #byKey = new Map<string, ReceptionInProgress[]>();
  readonly #inOrder = new Set<ReceptionInProgress>();

  /** Of what waits, what was emitted first: in a line, newer events may be in front of it, in the places of others. */
  get oldest(): ReceptionInProgress | undefined {
    return this.#inOrder.values().next().value;
  }

  add(reception: ReceptionInProgress): void {
    const { key } = reception;
    if (this.#inOrder.has(reception)) return;
    this.#inOrder.add(reception);
    const known = this.#byKey.get(key!);
    if (known) known.push(reception);
    else if (key) this.#byKey.set(key, [reception]);
  }

  /** A newer event has taken its place. */
  renew(reception: ReceptionInProgress): void {
    this.#inOrder.delete(reception);
    this.#inOrder.add(reception);
  }

  remove(reception: ReceptionInProgress): void {
    const known = this.#byKey.get(reception.key!);
    this.#inOrder.delete(reception);
    known?.splice(known.indexOf(reception), 1);
    if (known?.length === 0) this.#byKey.delete(reception.key!);
  }

  /** The newest with a key, but for one that stages are looking at. */
  newest(key: string | undefined): ReceptionInProgress | undefined {
    return this.#byKey.get(key!)?.findLast(({ stages }) => stages !== 'running');
  }
}
