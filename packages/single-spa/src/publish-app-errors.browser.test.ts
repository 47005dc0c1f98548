import { addErrorHandler, removeErrorHandler } from 'single-spa';
import { expect, test } from 'vitest';
import { publishAppErrors } from './publish-app-errors.ts';
import { routing } from './routing-events.ts';
import { createHostBus, register, show, startSingleSpa } from './single-spa-page.test.fixture.ts';

startSingleSpa();

test('puts the failure of an application on the bus, with its name and the words of single-spa', async () => {
  const bus = createHostBus();
  const heard = bus.once(routing.appFailed);
  const handler = publishAppErrors(bus);
  addErrorHandler(handler);
  const name = register({ mount: () => Promise.reject(new Error('no data')) });
  await show(name);
  expect(await heard).toMatchObject({ source: 'host', data: { name, message: expect.stringContaining('no data') } });
  removeErrorHandler(handler);
});

test('is silent once the bus is disposed', () => {
  const bus = createHostBus();
  const handler = publishAppErrors(bus);
  bus.dispose();
  handler({ message: 'too late' });
  expect(bus.metrics().emitted).toBe(0);
});
