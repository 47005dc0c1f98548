import { createTestBus } from '@busbar/testing';
import { describe, expect, it } from 'vitest';
import { project } from '../../projection/project.ts';
import { sagaEvents } from '../state/saga-events.ts';
import { sagaProjection } from './saga-projection.ts';

const instance = { saga: 'placeOrder', version: 1, id: 'A-17' };
const start = { id: 'e-1', source: 'shop', type: 'shop:opened', time: 1, sequence: 1, dataversion: 1, data: {}, hops: 0 };
const steps = [{ name: 'pay', undoable: true }];

describe('sagaProjection', () => {
  it('shows the instances of its saga to who knows the name alone, also to who comes late', () => {
    using bus = createTestBus();
    bus.emit(sagaEvents.started, { ...instance, start, steps });
    bus.emit(sagaEvents.started, { ...instance, saga: 'returnOrder', start, steps });
    const orders = project(bus, sagaProjection('placeOrder'));
    expect(Object.keys(orders.get())).toEqual(['A-17']);
    expect(orders.get()['A-17']).toMatchObject({
      saga: 'placeOrder',
      status: 'running',
      steps: [{ name: 'pay', status: 'waiting' }],
    });
  });

  it('follows them', async () => {
    using bus = createTestBus();
    const orders = project(bus, sagaProjection('placeOrder'));
    bus.emit(sagaEvents.started, { ...instance, start, steps });
    bus.emit(sagaEvents.stepStarted, { ...instance, step: 'pay', attempt: 1 });
    bus.emit(sagaEvents.stepDone, { ...instance, step: 'pay', attempt: 1, result: 'P-1' });
    bus.emit(sagaEvents.completed, instance);
    await bus.flush();
    expect(orders.get()['A-17']).toMatchObject({ status: 'completed', steps: [{ status: 'done', result: 'P-1' }] });
  });

  it('passes over what has no beginning', async () => {
    using bus = createTestBus();
    const orders = project(bus, sagaProjection('placeOrder'));
    bus.emit(sagaEvents.completed, { ...instance, id: '__proto__' });
    await bus.flush();
    expect(orders.get()).toEqual({});
  });
});

describe('the events of sagas', () => {
  it('say which instance they are about, or are refused', () => {
    using bus = createTestBus();
    expect(() => bus.emit(sagaEvents.completed, { saga: 'placeOrder', version: 1 } as never)).toThrow('`id`: Expected string');
    expect(() => bus.emit(sagaEvents.completed, null as never)).toThrow('breaks the contract');
  });

  it('are kept for late subscribers and not shown to window', () => {
    expect(Object.values(sagaEvents).map(({ retain, dom }) => [retain, dom])).toEqual(Array(9).fill([200, 'off']));
  });
});
