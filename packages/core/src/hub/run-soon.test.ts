import { afterEach, expect, it, vi } from 'vitest';
import { runSoon } from './run-soon.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it('runs in a later task also where there is a document but no channel, as in the jsdom of Jest', async () => {
  vi.stubGlobal('document', {});
  vi.stubGlobal('MessageChannel', undefined);
  const order: string[] = [];
  runSoon(() => order.push('task'));
  await Promise.resolve();
  order.push('microtask');
  await vi.waitFor(() => expect(order).toEqual(['microtask', 'task']));
});
