import { afterAll, beforeAll, expect, it } from 'vitest';
import { createProject, type Project } from '../project.test.fixture.ts';
import { scanSources } from './scan-sources.ts';

const names = new Map([
  ['cart.itemAdded', 'cart:itemAdded'],
  ['cart.changed', 'cart:changed'],
  ['started', 'checkout:started'],
  ...['requested', 'replied', 'failed', 'aborted'].map(
    (part) => [`stock.reservation.${part}`, `stock:reservation${part}`] as const,
  ),
]);

let project: Project;
beforeAll(() => {
  project = createProject({
    'app/src/add.tsx': "import { cart as events } from 'contracts';\nbus.emit(events.itemAdded, {});",
    'app/src/page.vue':
      "<script setup>\nimport * as contracts from 'contracts';\nuseEvent(contracts.cart.changed, hear);\n</script>",
    'app/src/late.ts': "bus.once(started); button.on('click', run); bus.on('**', record); bus.on('busbar:*', record);",
    'app/src/add.test.ts': 'bus.emit(cart.changed, {});',
    'app/src/fixture.ts': "bus.emit('profile:detailsChanged', {});",
    'asker/saga.ts':
      "defineSaga('buy', { startedBy: started, steps: [{ name: 'a', do: ({ request, start }) => request(stock.reservation, start.data) }] });",
    'replier/stock.ts':
      "reply(bus, stock.reservation, reserve);\nrequest(bus, other.thing, {}); request('https://shop.example', options);",
    'reader/orders.ts':
      "const orders = defineProjection('orders', {\n  initial: {},\n  contracts: [started, cart.changed],\n  on: {},\n});\ncollection(bus, cart.itemAdded);",
    'holder/asks.ts': 'class Desk { ask = () => request(this.#bus, stock.reservation, {}); }',
    'holder/replies.ts': 'reply(useBus(), stock.reservation, reserve);\nrequest$(inject(Bus), other.thing, {});',
    'holder/reads.ts': 'collection(this.#bus, started); collection(useBus(), cart.changed);',
    'app/src/legacy.js': "bus.on('legacy:moved', hear); emitter.emit(other.thing);",
  });
});
afterAll(() => project[Symbol.dispose]());

it('finds what an app emits and listens to, by the names under which it imports contracts', async () => {
  const usage = await scanSources({ sources: ['app/src', '!app/src/fixture.ts'] }, names, project.folder);
  expect(usage).toEqual({ emits: ['cart:itemAdded'], listens: ['cart:changed', 'checkout:started', 'legacy:moved'] });
});

it('takes files and patterns, too', async () => {
  const usage = await scanSources({ sources: ['app/src/fixture.ts', 'app/src/*.vue'] }, names, project.folder);
  expect(usage).toEqual({ emits: ['profile:detailsChanged'], listens: ['cart:changed'] });
});

it('finds nothing where there are no sources', async () => {
  expect(await scanSources({}, names, project.folder)).toEqual({ emits: [], listens: [] });
});

it.each([
  ['asks', 'asker', ['aborted', 'requested'], ['checkout:started', 'stock:reservationfailed', 'stock:reservationreplied']],
  ['replies', 'replier', ['failed', 'replied'], ['stock:reservationaborted', 'stock:reservationrequested']],
])('knows what an app emits and hears that %s', async (_what, folder, emitted, listens) => {
  const emits = emitted.map((part) => `stock:reservation${part}`);
  expect(await scanSources({ sources: [folder] }, names, project.folder)).toEqual({ emits, listens });
});

it.each([
  ['asks.ts', ['aborted', 'requested'], ['stock:reservationfailed', 'stock:reservationreplied']],
  ['replies.ts', ['failed', 'replied'], ['stock:reservationaborted', 'stock:reservationrequested']],
  ['reads.ts', [], ['cart:changed', 'checkout:started']],
])('knows a bus by whatever it is held: %s', async (file, emitted, listens) => {
  const emits = emitted.map((part) => `stock:reservation${part}`);
  expect(await scanSources({ sources: [`holder/${file}`] }, names, project.folder)).toEqual({ emits, listens });
});

it('knows what projections and collections are made of', async () => {
  const usage = await scanSources({ sources: ['reader'] }, names, project.folder);
  expect(usage).toEqual({ emits: [], listens: ['cart:changed', 'cart:itemAdded', 'checkout:started'] });
});
