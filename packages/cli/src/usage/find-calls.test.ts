import { expect, it } from 'vitest';
import { findCalls } from './find-calls.ts';

it.each([
  ['bus.emit(cart.itemAdded, { sku })', 'emits', ['cart.itemAdded']],
  ["bus.emit('cart:itemAdded', { sku })", 'emits', ["'cart:itemAdded'"]],
  ['const add = useEmit(cart.itemAdded);', 'emits', ['cart.itemAdded']],
  ['private readonly add = injectEmit(itemAdded);', 'emits', ['itemAdded']],
  ['bus.on(\n  cart.itemAdded,\n  (event) => {},\n)', 'listens', ['cart.itemAdded']],
  ['bus.on([cart.itemAdded, checkout.started], hear)', 'listens', ['cart.itemAdded', 'checkout.started']],
  ["bus.on('cart:*', hear)", 'listens', ["'cart:*'"]],
  ['await bus.once(checkout.started)', 'listens', ['checkout.started']],
  ['bus.latest(cart\n  .changed).get()', 'listens', ['cart.changed']],
  ['bus.events$(cart.changed).pipe()', 'listens', ['cart.changed']],
  ['useEvent(contracts.cart.changed, hear)', 'listens', ['contracts.cart.changed']],
  ['const state = useEventState<Cart>(cart.changed, { initial })', 'listens', ['cart.changed']],
  ['injectEventState(checkout.ordersChanged, { select })', 'listens', ['checkout.ordersChanged']],
  ['const add = emitter(cart.itemAdded);', 'emits', ['cart.itemAdded']],
  ['onEvent(cart.itemAdded, hear);', 'listens', ['cart.itemAdded']],
  ['const count = eventState(cart.changed, { select });', 'listens', ['cart.changed']],
  ['createEvent(() => cart.itemAdded, hear);', 'listens', ['cart.itemAdded']],
  ['#add = emitter(this, cart.itemAdded);', 'emits', ['cart.itemAdded']],
  ['new EventController(this, [cart.itemAdded, cart.changed], hear);', 'listens', ['cart.itemAdded', 'cart.changed']],
  ["#count = new EventStateController(this, 'cart:changed', { select });", 'listens', ["'cart:changed'"]],
])('reads %s', (source, role, events) => {
  expect(findCalls(source)).toEqual([{ role, events }]);
});

it('reads calls in templates of components', () => {
  const source = '<template><button @click="bus.emit(cart.itemRemoved, { sku })"></button></template>';
  expect(findCalls(source)).toEqual([{ role: 'emits', events: ['cart.itemRemoved'] }]);
});

it.each([
  '// bus.emit(cart.itemAdded, {})',
  '/* bus.emit(cart.itemAdded, {}) */',
  '<!-- bus.emit(cart.itemAdded, {}) -->',
  'reemit(cart.itemAdded)',
  'emit()',
  'bus.on(() => {})',
  'function useEvent(contract: Contract, hear: Hear) {}',
])('reads nothing from %s', (source) => {
  expect(findCalls(source)).toEqual([]);
});

it('takes an address in quotes for no comment', () => {
  expect(findCalls("fetch('https://example.org'); bus.emit(cart.changed, {});")).toHaveLength(1);
});
