import { expect, it } from 'vitest';
import { createBus, createHub, hubEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { tell } from '../publish/tell.ts';

const storm = { type: 'cart:changed', source: 'cart', cause: 'rate' } as const;

it('events of the hub’s own are neither shown to window nor heard from it', async () => {
  const hub = createHub({ window });
  const bus = createBus({ source: 'test', hub });
  const heard: string[] = [];
  bus.on(hubEvents.stormed, ({ source }) => heard.push(`the bus, from ${source}`));
  const listener = (): number => heard.push('window');
  window.addEventListener('busbar:stormed', listener);
  tell(hub, hubEvents.stormed, storm);
  await nextTask();
  window.removeEventListener('busbar:stormed', listener);
  window.dispatchEvent(new CustomEvent('busbar:stormed', { detail: storm }));
  await nextTask();
  expect(heard).toEqual(['the bus, from busbar']);
});
