import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { element } from '../dom/element.ts';
import { tabs } from './tabs.ts';

test('arrow keys choose a tab, round and round', async () => {
  const panels = ['One', 'Two', 'Three'].map((text) => element('div', {}, `${text} panel`));
  const entries = panels.map((panel, index) => ({ id: `t${index}`, label: new Text(`Tab ${index}`), panel }));
  document.body.append(tabs('Tabs', entries), ...panels);
  const shown = () => panels.filter(({ hidden }) => !hidden).map(({ textContent }) => textContent);
  expect(shown()).toEqual(['One panel']);

  await page.getByRole('tab', { name: 'Tab 1' }).click();
  expect(shown()).toEqual(['Two panel']);
  await userEvent.keyboard('{ArrowRight}{ArrowRight}');
  expect(shown()).toEqual(['One panel']);
  await userEvent.keyboard('{ArrowLeft}');
  expect(shown()).toEqual(['Three panel']);
  await expect.element(page.getByRole('tab', { name: 'Tab 2', selected: true })).toHaveFocus();
  await expect.element(page.getByRole('tabpanel', { name: 'Tab 2' })).toBeVisible();
});
