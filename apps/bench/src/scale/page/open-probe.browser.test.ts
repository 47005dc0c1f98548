import { expect, test } from 'vitest';
import { type ScaleLineId, scaleLines } from '../lines.ts';
import { openProbe } from './open-probe.ts';

const here = (Object.keys(scaleLines) as ScaleLineId[]).filter((line) => scaleLines[line].across !== 'copies');

test.each(here)('%s can be measured again and again', async (line) => {
  const probe = await openProbe(line, 10);
  expect(await probe.run(1)).toBeGreaterThanOrEqual(0);
  expect(await probe.run(20)).toBeGreaterThanOrEqual(0);
  probe.close();
});
