import { adopt, createBus, createHub } from '@busbar/core';
import { describe, expect, it } from 'vitest';
import { createTestBus } from './create-test-bus.ts';
import { cart } from './shop-events.test.fixture.ts';

describe('createTestBus', () => {
  it('makes a bus on a hub of its own, whose source is "test" unless another is named', () => {
    const [one, other] = [createTestBus(), createTestBus({ source: 'cart' })];
    expect([one.source, other.source, one.hub === other.hub]).toEqual(['test', 'cart', false]);
  });

  it('takes what createBus takes, the bounds of its hub included', () => {
    using bus = createTestBus({ limits: { hops: 2 }, publish: ['cart:*'], contracts: [cart] });
    expect([bus.hub.limits.hops, bus.contracts().length]).toEqual([2, 2]);
    expect(() => bus.emit('order:placed', {})).toThrow('order:placed');
    expect(() => createTestBus({ limits: 'none' as never })).toThrow('limits');
  });

  it('delivers as any bus does, to its scopes, too', async () => {
    using bus = createTestBus();
    const heard: unknown[] = [];
    bus.scope({ source: 'checkout' }).on(cart.itemAdded, ({ data, source }) => heard.push(source, data.sku));
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    await bus.flush();
    expect(heard).toEqual(['test', 'A-1']);
  });

  it('leaves no subscription of its own and no listener behind', () => {
    using bus = createTestBus({ contracts: [cart], strict: true });
    bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    expect(bus.metrics()).toMatchObject({ subscriptions: [], unheard: 1, emitted: 1 });
    expect(bus.contracts().flatMap(({ listeners }) => listeners)).toEqual([]);
  });

  it('says that it is disposed once it is, and ends its scopes', () => {
    const bus = createTestBus();
    const scope = bus.scope({ source: 'checkout' });
    bus.dispose();
    bus.dispose();
    expect([bus.disposed, scope.disposed]).toEqual([true, true]);
    expect(() => bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 })).toThrow('disposed');
  });
});

describe('emitted', () => {
  it('gives all events of a contract or a name, whoever emitted them on the hub, in order', () => {
    using bus = createTestBus();
    const first = bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 1 });
    const second = bus.scope({ source: 'scope' }).emit(cart.itemAdded, { sku: 'A-2', quantity: 1 });
    const third = createBus({ source: 'other', hub: bus.hub }).emit(cart.itemAdded, { sku: 'A-3', quantity: 1 });
    const fourth = adopt(bus, { ...first, id: 'elsewhere-1' });
    bus.emit(cart.changed, { total: 1 });
    expect(bus.emitted(cart.itemAdded)).toEqual([first, second, third, fourth]);
    expect(bus.emitted('cart:itemAdded')).toEqual([first, second, third, fourth]);
  });

  it('does not give what was refused', () => {
    using bus = createTestBus();
    expect(() => bus.emit(cart.itemAdded, { sku: 'A-1' } as never)).toThrow('breaks the contract');
    expect(bus.emitted(cart.itemAdded)).toEqual([]);
  });

  it('is the same for two test buses of one hub, until the last of them is disposed', () => {
    const one = createTestBus();
    const other = createTestBus({ hub: one.hub, source: 'other' });
    one.emit(cart.changed, { total: 1 });
    one.dispose();
    other.emit(cart.changed, { total: 2 });
    expect(other.emitted(cart.changed).map(({ data }) => data.total)).toEqual([1, 2]);
    other.dispose();
    expect(one.hub.carry).toBeUndefined();
  });

  it('leaves others their place between hub and delivery, whoever goes first', () => {
    const hub = createHub();
    const told: unknown[] = [];
    hub.carry = (event, deliver) => {
      told.push(event.data);
      deliver(event);
    };
    const bus = createTestBus({ hub });
    const ours = hub.carry!;
    hub.carry = (event, deliver) => ours(event, deliver);
    bus.emit(cart.changed, { total: 1 });
    expect([told, bus.emitted(cart.changed).length]).toEqual([[{ total: 1 }], 1]);
    bus.dispose();
    createBus({ source: 'other', hub }).emit(cart.changed, { total: 2 });
    expect(told).toEqual([{ total: 1 }, { total: 2 }]);
  });

  it('refuses what names no event', () => {
    using bus = createTestBus();
    expect(() => bus.emitted('cart:*')).toThrow('Expected an event contract');
    expect(() => bus.emitted(undefined as never)).toThrow('Expected an event contract');
  });
});
