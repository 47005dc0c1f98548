import { expect, test } from 'vitest';
import { type LongRunId, longRuns } from '../runs.ts';
import { openLongRun } from './long-run.ts';

test.each(Object.keys(longRuns) as LongRunId[])('%s: all subscribers handle all events', async (run) => {
  const emit = openLongRun(run);
  await expect(emit(1_500)).resolves.toBeUndefined();
  await expect(emit(10)).resolves.toBeUndefined();
});
