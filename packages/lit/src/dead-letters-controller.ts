import type { DeadLetter } from '@busbar/core';
import type { BusHost } from './bus-host.ts';
import type { BusControllerOptions } from './follow-bus.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';
import { type Look, ValueController } from './value-controller.ts';

type Letters = readonly DeadLetter[];

/**
 * Has what could not be delivered on this page as its `value`, oldest first; with a filter, the letters that it answers
 * `true` for.
 *
 * Its host updates in the microtask after letters came or went, and not for those that the filter declines. The list is empty
 * on a server, and until the host is hydrated.
 *
 * @example
 * class Failures extends LitElement {
 *   #failed = new DeadLettersController(this, ({ reason }) => reason === 'failed');
 *   render() {
 *     return this.#failed.value.map(({ event }) => html`<p>${event.type}</p>`);
 *   }
 * }
 */
export class DeadLettersController extends ValueController<Letters> {
  constructor(
    host: BusHost,
    filter: (letter: DeadLetter) => boolean = () => true,
    options: MaybeGetter<BusControllerOptions> = {},
  ) {
    const look = {
      initial: [],
      select: (letters: Letters) => letters.filter(filter),
      compare: (previous: Letters, next: Letters) =>
        previous.length === next.length && next.every((letter, index) => letter === previous[index]),
    } as Look;
    super(
      host,
      // A server's letters are nothing that a page could go on from.
      () => ({ ...look, bus: host.isConnected ? read(options).bus : undefined }),
      () => 0,
      (bus) => bus.deadLetters.kept,
    );
  }
}
