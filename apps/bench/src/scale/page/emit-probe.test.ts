import { expect, test } from 'vitest';
import { mittEmitter } from '../../contestants/mitt.ts';
import { settledAtOnce } from '../../contestants/settled-at-once.ts';
import { emitProbe } from './emit-probe.ts';

test('the time of so many events is answered once all subscribers have handled them', async () => {
  const probe = emitProbe((handle) => mittEmitter.open(3, handle), 3);
  expect(await probe.run(5)).toBeGreaterThanOrEqual(0);
  probe.close();
});

test('a subscriber that is not called ends the measurement', async () => {
  const probe = emitProbe(() => ({ emit() {}, settled: settledAtOnce, close() {} }), 1);
  await expect(probe.run(5)).rejects.toThrow('Handlers were not called 5 times.');
});
