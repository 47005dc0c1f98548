import { afterEach, expect, test } from 'vitest';
import { tally } from '../../contestants/work.ts';
import { type Cell, subscribersOf } from '../cell.ts';
import { plan } from '../plan.ts';
import { openArrangement } from './open-arrangement.ts';

afterEach(() => {
  Reflect.deleteProperty(window, Symbol.for('busbar.hub'));
  Reflect.deleteProperty(window, 'contractsKnown');
});

/** All cells but those of copies, which are built for the page, and those of a thousand subscribers; with a smaller number of contracts. */
const cells = plan
  .filter((cell) => cell.arrangement.kind !== 'copies' && subscribersOf(cell) < 1_000)
  .map(({ id, arrangement, work }): Cell => {
    const fewer = arrangement.kind === 'contracts' ? { ...arrangement, known: 20 } : arrangement;
    return { id, arrangement: fewer, work };
  });

test.each(cells.map((cell) => [cell.id, cell] as const))('what is emitted reaches all subscribers: %s', async (_id, cell) => {
  const { handle, pieces } = tally();
  const course = await openArrangement(cell.arrangement, handle);
  course.emit({ sku: 'A-1', quantity: 3, price: 19.5, gift: false });
  await course.settled();
  course.close();
  expect(pieces()).toBe(3 * subscribersOf(cell));
});
