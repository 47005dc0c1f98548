import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { watchPage } from './watch-page.ts';

test('frames, presses and long tasks of a page are seen', async () => {
  const watch = watchPage();
  await watch.frames(3);
  await userEvent.click(page.getByRole('button', { name: 'Pressed 0 times' }));
  await expect.element(page.getByRole('button', { name: 'Pressed 1 times' })).toBeVisible();
  for (const end = performance.now() + 60; performance.now() < end; );
  await expect.poll(() => watch.seen().longTasks).toBeGreaterThan(0);
  await watch.shown(performance.now());
  const { frames, presses } = watch.seen();
  expect(frames.length).toBeGreaterThanOrEqual(3);
  expect(frames).toEqual(frames.toSorted((one, other) => one - other));
  expect(presses).toEqual([{ at: expect.any(Number), handled: expect.any(Number), painted: expect.any(Number) }]);
  expect(presses[0]!.painted).toBeGreaterThanOrEqual(presses[0]!.handled);
});
