import { expect, test, vi } from 'vitest';
import { element } from './element.ts';
import { whileSeen } from './while-seen.ts';

test('begins when an element can be seen and ends when it cannot, as often as that changes', async () => {
  const unsubscribe = vi.fn();
  const begin = vi.fn(() => ({ unsubscribe }));
  const shown = document.body.appendChild(element('div', { hidden: true }, 'Content'));
  whileSeen(shown, begin);
  for (const times of [1, 2]) {
    shown.hidden = false;
    await vi.waitFor(() => expect(begin).toHaveBeenCalledTimes(times));
    expect(unsubscribe).toHaveBeenCalledTimes(times - 1);
    shown.hidden = true;
    await vi.waitFor(() => expect(unsubscribe).toHaveBeenCalledTimes(times));
  }
  expect(begin).toHaveBeenCalledTimes(2);
});
