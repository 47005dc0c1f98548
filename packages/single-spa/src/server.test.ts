import { createBus, createHub } from '@busbar/core';
import { expect, test } from 'vitest';
import { withBus } from './index.ts';
import { publishRouting } from './routing.ts';

test('imports and runs without a window', async () => {
  expect(globalThis).not.toHaveProperty('window');
  const bus = createBus({ source: 'server', hub: createHub() });
  publishRouting(bus)();
  const disposed: boolean[] = [];
  const { mount, unmount } = withBus({
    mount: async (props) => void disposed.push(props.bus.disposed),
    unmount: async (props) => void disposed.push(props.bus.disposed),
  });
  for (const lifecycle of [mount, unmount].flat()) await lifecycle({ name: 'app', bus });
  expect(disposed).toEqual([false, false]);
});
