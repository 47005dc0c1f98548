import { navigateToUrl } from 'single-spa';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { publishRouting } from './publish-routing.ts';
import { routing } from './routing-events.ts';
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
    const [change, to] = [{ mounting: [name], unmounting: [] }, new URL('#/profile', home).href];
    await expect
      .poll(() => heard)
      .toEqual([
        ['routing:changed', { from: home, to: home }],
        ['routing:started', { from: home, to, ...change }],
        ['routing:mountStarted', { from: home, to, ...change }],
        ['routing:appsChanged', { mounted: [name], unmounted: [], broken: [] }],
        ['routing:changed', { from: home, to }],
      ]);
    stop();
  });

  test('tells what is about to go before it goes, and what is about to come when it has gone', async () => {
    const { bus, stop } = listen();
    const steps: string[] = [];
    const step = (name: string) => async () => void steps.push(name);
    bus.on([routing.started, routing.mountStarted], ({ type }) => steps.push(type), { delivery: 'sync' });
    await show(register({ unmount: step('unmount') }));
    steps.length = 0;
    await show(register({ mount: step('mount') }));
    expect(steps).toEqual(['routing:started', 'unmount', 'routing:mountStarted', 'mount']);
    stop();
  });

  test('tells once that somebody cancelled a navigation, and that of no other', async () => {
    const { heard, stop } = listen();
    await show();
    const cancelling = new AbortController();
    const cancel = (answer: unknown) => {
      const listener = (event: Event) => (event as CustomEvent).detail.cancelNavigation(answer);
      addEventListener('single-spa:before-routing-event', listener, { signal: cancelling.signal });
    };
    cancel(Promise.resolve(true));
    cancel(undefined);
    cancel(false);
    navigateToUrl('#/refused');
    await vi.waitUntil(() => heard.some(([type]) => type === 'routing:cancelled'));
    cancelling.abort();
    await show();
    const cancelled = heard.filter(([type]) => type === 'routing:cancelled');
    expect(cancelled).toEqual([['routing:cancelled', { from: home, to: new URL('#/refused', home).href }]]);
    expect(heard).not.toContainEqual(['routing:changed', expect.objectContaining({ to: expect.stringContaining('refused') })]);
    expect(location.href).toBe(home);
    stop();
  });

  test('takes a question whether to cancel that is answered with no, or not at all, for none', async () => {
    const { heard, stop } = listen();
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const listener = (event: Event) => {
      (event as CustomEvent).detail.cancelNavigation(Promise.resolve(false));
      (event as CustomEvent).detail.cancelNavigation(Promise.reject(new Error('asked nobody')));
    };
    addEventListener('single-spa:before-routing-event', listener, { once: true });
    navigateToUrl('#/asked');
    await vi.waitUntil(() => heard.some(([, data]) => (data as { to?: string }).to?.endsWith('#/asked')));
    await show();
    expect(heard.map(([type]) => type)).not.toContain('routing:cancelled');
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
