import { navigateToUrl } from 'single-spa';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publishRouting } from './publish-routing.ts';
import { routing } from './routing.ts';
import { createHostBus, errorsDuring, register, show, startSingleSpa } from './single-spa-page.test.fixture.ts';

const home = location.href;

startSingleSpa();
afterEach(() => history.replaceState(null, '', home));

/** A bus with routing on it, and what was heard of it so far. */
function listen() {
  const bus = createHostBus();
  const heard: [string, unknown][] = [];
  const stop = publishRouting(bus);
  bus.on('routing:*', ({ type, data }) => heard.push([type, data]));
  return { bus, heard, stop };
}

describe('publishRouting', () => {
  test('tells which applications changed', async () => {
    const [name, next] = [register({}), register({})];
    await show(name);
    const { heard, stop } = listen();
    await show(next);
    const change = { mounted: [next], unmounted: [name], broken: [] };
    await expect.poll(() => heard).toContainEqual(['routing:appsChanged', change]);
    stop();
  });

  test('tells once where a navigation came from and went to, after the applications changed', async () => {
    const { heard, stop } = listen();
    await show();
    const name = register({}, { hash: '#/profile' });
    navigateToUrl('#/profile');
    const change = { mounted: [name], unmounted: [], broken: [] };
    await expect
      .poll(() => heard)
      .toEqual([
        ['routing:changed', { from: home, to: home }],
        ['routing:appsChanged', change],
        ['routing:changed', { from: home, to: new URL('#/profile', home).href }],
      ]);
    stop();
  });

  test('keeps the newest route for those who come late', async () => {
    const { bus, stop } = listen();
    navigateToUrl('#/late');
    await vi.waitUntil(() => bus.latest(routing.changed).get());
    const late = vi.fn();
    bus.on(routing.changed, late);
    await expect
      .poll(() => late.mock.calls)
      .toMatchObject([[{ replayed: true, data: { to: new URL('#/late', home).href } }, {}]]);
    stop();
  });

  test('names those that broke', async () => {
    const name = register({ mount: () => Promise.reject(new Error('no data')) });
    const { heard, stop } = listen();
    await errorsDuring(() => show(name));
    const change = { mounted: [], unmounted: [], broken: [name] };
    await expect.poll(() => heard).toContainEqual(['routing:appsChanged', change]);
    stop();
  });

  test('is silent after it was ended, or its bus disposed', async () => {
    const [ended, disposed] = [listen(), listen()];
    ended.stop();
    disposed.bus.dispose();
    await show();
    expect(ended.bus.metrics().emitted).toBe(0);
    expect([ended.heard, disposed.heard]).toEqual([[], []]);
  });
});

describe('routing contracts', () => {
  test('refuse what single-spa never says, field by field', () => {
    const bus = createHostBus();
    expect(() => bus.emit(routing.changed, { from: home } as never)).toThrow(
      expect.objectContaining({
        code: 'invalid-payload',
        details: expect.objectContaining({ issues: [{ path: 'to', message: 'Expected text' }] }),
      }),
    );
    const change = { mounted: [7], unmounted: [], broken: [] };
    expect(() => bus.emit(routing.appsChanged, change as never)).toThrow('mounted');
    expect(() => bus.emit(routing.changed, null as never)).toThrow('Expected text');
  });
});
