import { afterEach, expect, test } from 'vitest';
import { illegible, show } from '../report/legible.ts';

const charts = import.meta.glob<string>('../../../docs/what-it-costs/*.svg', { query: '?raw', import: 'default', eager: true });

afterEach(() => document.body.replaceChildren());

test.each(Object.entries(charts))('all letters of %s stay inside the picture and clear of each other', (_file, svg) => {
  expect(illegible(show(svg))).toEqual([]);
});
