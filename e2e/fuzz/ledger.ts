import type { BusMetrics, DeadLetter, SubscriptionMetrics } from '@busbar/core';

type Removal = 'redriven' | 'discarded';

/** What a trial knows of one subscription beside what its metrics say. */
export class Account {
  /** How many events were sent to it again. */
  redriven = 0;
  /** How often its handler did not fail, at most. */
  handled = Number.POSITIVE_INFINITY;
  /** The source of its shadow, if both were made at one moment and so are offered the same. */
  shadow: string | undefined;
}

/** Keeps the books of a trial: who was offered what, and what became of it. */
export class Ledger {
  /** By the source of the subscription, which no other has. */
  readonly accounts = new Map<string, Account>();
  readonly letters: DeadLetter[] = [];
  /** Ids of events that the witness, who hears everything, was given. */
  readonly heard = new Set<string>();
  /** How many events the subscriptions of the trial declined. */
  declined = 0;
  readonly returned: string[] = [];
  #listed = new Map<string, DeadLetter>();
  readonly #removals: (Removal | undefined)[] = [undefined];
  readonly #list: () => readonly DeadLetter[];

  constructor(list: () => readonly DeadLetter[]) {
    this.#list = list;
  }

  /** Does what takes letters out of the list; whatever goes meanwhile goes for this reason. */
  during<Result>(removal: Removal, act: () => Result): Result {
    this.#follow();
    this.#removals.push(removal);
    try {
      return act();
    } finally {
      this.#follow();
      this.#removals.pop();
    }
  }

  #follow(): void {
    const listed = new Map(this.#list().map((letter) => [letter.id, letter]));
    for (const [id, { subscriber }] of this.#listed) {
      const account = this.accounts.get(subscriber?.source ?? '');
      if (account && !listed.has(id) && this.#removals.at(-1) === 'redriven') account.redriven++;
    }
    this.#listed = listed;
  }

  /** Says where the books do not balance. */
  audit({ subscriptions, deadLetters, emitted }: BusMetrics, complain: (sentence: string) => void): void {
    const bySource = new Map(subscriptions.map((subscription) => [subscription.source, subscription]));
    for (const [source, account] of this.accounts) {
      const own = bySource.get(source);
      if (!own) continue;
      const shadow = bySource.get(account.shadow ?? '');
      const offered = shadow && total(shadow) - this.accounts.get(shadow.source)!.redriven + account.redriven;
      this.#auditOne(own, offered, complain);
      if (own.delivered > account.handled) complain(`${source}: ${own.delivered} delivered, ${account.handled} handled`);
    }
    if (deadLetters !== this.letters.length) complain(`${deadLetters} dead letters counted, ${this.letters.length} observed`);
    const witnessed = subscriptions.filter(({ source }) => source === 'witness').map(total);
    const offered = emitted + (this.accounts.get('witness')?.redriven ?? 0);
    if (witnessed.length !== 2 || offered !== witnessed[0]! + witnessed[1]!)
      complain(`${emitted} events emitted, the witness was given ${witnessed}`);
    this.declined = subscriptions.reduce((sum, { declined }) => sum + declined, 0);
    const told = new Set([...this.heard, ...this.letters.map(({ event }) => event.id)]);
    for (const id of this.returned) if (!told.has(id)) complain(`${id} was emitted, and neither delivered nor a dead letter`);
  }

  #auditOne(own: SubscriptionMetrics, offered: number | undefined, complain: (sentence: string) => void): void {
    const { id, source, target, dead } = own;
    const letters = this.letters.filter(({ subscriber }) => subscriber?.id === id).length;
    if (letters !== dead) complain(`${source}: ${dead} dead counted, ${letters} letters observed`);
    if (offered !== undefined && offered !== total(own)) {
      complain(`${source} for ${target}: ${offered} offered; ${JSON.stringify(own)}`);
    }
  }
}

/** What became of all that a subscription was offered. */
function total({ delivered, dead, declined, queueDepth, running }: SubscriptionMetrics): number {
  return delivered + dead + declined + queueDepth + running;
}
