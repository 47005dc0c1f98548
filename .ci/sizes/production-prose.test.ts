import { expect, test } from 'vitest';
import { proseInProduction } from './production-prose.ts';

const code = `throw new Error('Nobody has provided a bus.')`;

test('a part that speaks in sentences is complained of, once for each', () => {
  expect(proseInProduction([{ what: 'the core', code }])).toEqual([
    'A sentence in production: the core says "Nobody has provided a bus.". Ask `inDevelopment` before you say it.',
  ]);
});

test('a part that has a reason may speak', () => {
  expect(proseInProduction([{ what: 'RxJS', code, mayExplain: 'It is of others.' }])).toEqual([]);
});

test('what contracts say of themselves is data, and what RxJS says is not ours', () => {
  const texts = `define('All steps are done'); throw new TypeError('Object is not iterable.')`;
  expect(proseInProduction([{ what: 'sagas', code: texts }])).toEqual([]);
});
