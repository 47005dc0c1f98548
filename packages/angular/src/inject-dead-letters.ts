import type { Signal } from '@angular/core';
import type { DeadLetter } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { holdsSame } from './holds-same.ts';
import { assertContext, type InjectorOption, inContext } from './in-context.ts';
import { busHere } from './inject-bus.ts';
import { signalOf } from './signal-of.ts';

/**
 * Gives the dead letters of the page as a signal, oldest first, for people who build a panel of their own.
 *
 * It changes in the microtask after letters came or went, and only when the filter, which may read other signals, lets
 * another list through.
 *
 * @throws Error where no bus is provided, and NG0203 outside an injection context unless `injector` is given.
 * @example
 * readonly failed = injectDeadLetters(({ reason }) => reason === 'failed');
 */
export function injectDeadLetters(
  filter: (letter: DeadLetter) => boolean = () => true,
  { injector }: InjectorOption = {},
): Signal<readonly DeadLetter[]> {
  if (inDevelopment) assertContext(injectDeadLetters, injector);
  const select = (letters: readonly DeadLetter[]): readonly DeadLetter[] => letters.filter((letter) => filter(letter));
  return inContext(injector, () => signalOf(busHere().deadLetters, ({ kept }) => kept, select, holdsSame));
}
