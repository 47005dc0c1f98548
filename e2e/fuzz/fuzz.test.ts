import { expect, it } from 'vitest';
import { foreignContext } from './foreign-context.ts';
import { fuzz } from './fuzz.ts';
import { outcomes } from './outcomes.ts';

it('random payloads and options end in a delivery, a declined event, a dead letter or a good error', async () => {
  const { counts } = await fuzz({ inputs: 10_000, seed: 1, foreign: foreignContext() });
  expect(Object.keys(counts)).toEqual(expect.arrayContaining([...outcomes]));
}, 120_000);
