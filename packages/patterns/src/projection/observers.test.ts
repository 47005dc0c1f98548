import { expect, it } from 'vitest';
import { amounts, delivered, orders, page } from './orders.test.fixture.ts';
import { project } from './project.ts';

it('Those who observe state$ see also what they change while they are told of the state to begin with', async () => {
  const bus = page();
  const state = project(bus, amounts);
  bus.emit(orders.placed, { order: 'A', amount: 1 });
  const seen: unknown[] = [];
  state.state$.subscribe((amount) => {
    if (seen.push(amount) === 1) void state.rebuild();
  });
  await delivered(bus);
  expect(seen).toEqual([{}, { A: 1 }]);
});
