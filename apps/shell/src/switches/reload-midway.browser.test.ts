import { type Bus, createBus, createHub } from '@busbar/core';
import { sagaEvents } from '@busbar/patterns';
import { shell } from 'contracts';
import { afterEach, expect, test, vi } from 'vitest';
import { reloadMidway } from './reload-midway.ts';

afterEach(() => {
  vi.restoreAllMocks();
  sessionStorage.clear();
});

function page() {
  const bus = createBus({ source: 'shell', hub: createHub() });
  const reload = vi.fn();
  const say = vi.fn();
  reloadMidway(bus, say, reload);
  return { bus, reload, say };
}

async function stepDone(bus: Bus, id: string, step: string): Promise<void> {
  const heard = bus.once(sagaEvents.stepDone, { where: ({ data }) => data.id === id && data.step === step });
  bus.emit(sagaEvents.stepDone, { saga: 'placeOrder', version: 1, id, step, attempt: 1 });
  await heard;
}

const switchOn = (bus: Bus, on: boolean) => bus.emit(shell.serviceFaultSwitched, { fault: 'reload-midway', on });

test('loads the page anew once an order has its stock, and the page that comes says which order that was', async () => {
  const { bus, reload, say } = page();
  switchOn(bus, true);
  await stepDone(bus, 'A-1', 'openOrder');
  expect(reload).not.toHaveBeenCalled();
  await stepDone(bus, 'A-1', 'reserveStock');
  expect(reload).toHaveBeenCalledOnce();
  expect(say).not.toHaveBeenCalled();

  const next = page();
  expect(next.say).toHaveBeenCalledExactlyOnceWith(
    'The page was loaded anew in the middle of order A-1, which goes on from what was done.',
  );
  await stepDone(next.bus, 'B-2', 'reserveStock');
  expect(next.reload).not.toHaveBeenCalled();
  expect(page().say).not.toHaveBeenCalled();
});

test('leaves the page alone while it is not switched on', async () => {
  const { bus, reload } = page();
  switchOn(bus, true);
  switchOn(bus, false);
  await stepDone(bus, 'A-1', 'reserveStock');
  expect(reload).not.toHaveBeenCalled();
});

test('does so without a word afterwards where the browser forbids storage', async () => {
  vi.spyOn(globalThis, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('Access is denied', 'SecurityError');
  });
  const { bus, reload, say } = page();
  switchOn(bus, true);
  await stepDone(bus, 'A-1', 'reserveStock');
  expect(reload).toHaveBeenCalledOnce();
  expect(say).not.toHaveBeenCalled();
});
