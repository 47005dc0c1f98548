import type { Bus, SubscriptionMetrics } from '@busbar/core';
import type { ItemName } from './item-contracts.ts';
import type { Kind } from './kinds.ts';

interface Account {
  readonly to: readonly ItemName[];
  /** What had been published when it was opened. */
  readonly before: number;
  /** Replayed and redriven events. */
  extra: number;
}

/**
 * Counts what each subscription is offered by looking at the emitters alone, to be compared with what the bus says
 * that became of it. Subscriptions are told apart by their sources, so each has one of its own.
 */
export class Ledger {
  readonly #published = new Map<ItemName, number>();
  /** The keys of what is retained. */
  readonly #retained: Readonly<Partial<Record<ItemName, Set<number>>>> = { placed: new Set(), counted: new Set() };
  readonly #accounts = new Map<string, Account>();
  #isRefused = false;

  /** Watches the dead letters of a bus for events that ended before anybody was offered them. */
  watch(bus: Bus): void {
    bus.deadLetters.subscribe(({ subscriber }) => {
      this.#isRefused ||= !subscriber;
    });
  }

  /** Runs what publishes one event, and enters it unless it ended before delivery. */
  publish(name: ItemName, number: number, emit: () => unknown): void {
    this.#isRefused = false;
    try {
      emit();
    } catch {
      return;
    }
    if (this.#isRefused) return;
    this.#published.set(name, this.#publishedOf([name]) + 1);
    this.#retained[name]?.add(name === 'placed' ? number % 200 : 0);
  }

  /** Opens an account for a subscription that is about to begin. */
  open(source: string, to: readonly ItemName[], { replay = true }: NonNullable<Kind['options']> = {}): void {
    const replayed = replay ? to.reduce((sum, name) => sum + (this.#retained[name]?.size ?? 0), 0) : 0;
    this.#accounts.set(source, { to, before: this.#publishedOf(to), extra: replayed });
  }

  close(source: string): void {
    this.#accounts.delete(source);
  }

  /** Enters an event that was sent again to one subscription. */
  redriven(source: string): void {
    const account = this.#accounts.get(source);
    if (account) account.extra++;
  }

  /** One line for each subscription whose delivered, dead, declined, waiting and running do not add up to what it was offered. */
  differences(subscriptions: readonly SubscriptionMetrics[]): string[] {
    return subscriptions.flatMap(({ source, delivered, dead, declined, queueDepth, running }) => {
      const account = this.#accounts.get(source);
      if (!account) return [];
      const offered = this.#publishedOf(account.to) - account.before + account.extra;
      const sum = delivered + dead + declined + queueDepth + running;
      if (offered === sum) return [];
      return `${source}: offered ${offered}, but ${delivered} delivered + ${dead} dead + ${declined} declined + ${queueDepth} waiting + ${running} running = ${sum}`;
    });
  }

  /** How many accounts there are. */
  get size(): number {
    return this.#accounts.size;
  }

  #publishedOf(names: readonly ItemName[]): number {
    return names.reduce((sum, name) => sum + (this.#published.get(name) ?? 0), 0);
  }
}
