import type { Asker, Replier } from './repliers.ts';

/** Who was asked one request, and who of them has still to say something. */
export class AskedRepliers {
  #asked: readonly Replier[] = [];
  readonly #open = new Map<number, Replier>();

  /** Whether all have said the last. */
  get areDone(): boolean {
    return this.#open.size === 0;
  }

  join(repliers: readonly Replier[], asker: Asker): void {
    this.#asked = repliers;
    for (const replier of repliers) {
      this.#open.set(replier.id, replier);
      replier.askers.add(asker);
    }
  }

  /** Who has still to say something, by the id. */
  find(id: number): Replier | undefined {
    return this.#open.get(id);
  }

  /** Waits for nothing more from one of them. */
  close(id: number): void {
    this.#open.delete(id);
  }

  /** Tells all others who have still to say something that nobody wants to hear it. */
  dismissOthers(chosen: number, request: string): void {
    for (const [id, replier] of this.#open) {
      if (id === chosen) continue;
      this.#open.delete(id);
      replier.abandon(request);
    }
  }

  /** Lets go of all; answers who had still to say something. */
  leave(asker: Asker): Replier[] {
    for (const replier of this.#asked) replier.askers.delete(asker);
    const open = [...this.#open.values()];
    this.#open.clear();
    return open;
  }
}
