import { type ComponentType, useState } from 'react';
import * as refresh from 'react-refresh/runtime';
import { expect, onTestFinished, test } from 'vitest';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useEvent, useEventState } from './index.ts';

refresh.injectIntoGlobalHook(window);

/** Puts a component on a page, and gives the function by which a development server replaces it by its next version. */
async function develop(First: ComponentType) {
  const { createRoot } = await import('react-dom/client');
  const { flushSync } = await import('react-dom');
  const page = openCartPage();
  const container = document.createElement('main');
  const root = createRoot(container);
  onTestFinished(() => root.unmount());
  flushSync(() => root.render(page.wrapper({ children: <First /> })));
  return { ...page, container };
}

let names = 0;

/** The versions of one component, as the transform of Fast Refresh registers them; each with the key of its hooks. */
function versions() {
  const id = `listener-${names++}.tsx`;
  const heard: string[] = [];
  const version = (name: string, hooks: string): ComponentType => {
    function Listener() {
      const [started] = useState(name);
      useEvent(cart.itemAdded, ({ data }) => heard.push(`${name} ${data.sku}`));
      const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
      return <output>{`started as ${started}, now ${name}: ${count}`}</output>;
    }
    refresh.register(Listener, id);
    refresh.setSignature(Listener, hooks);
    return Listener;
  };
  return { heard, version };
}

test('a refreshed component keeps its state, and hears with the handler of its new version', async () => {
  const { heard, version } = versions();
  const { bus, container, listening, settled } = await develop(version('old', 'hooks'));
  bus.emit(cart.changed, { count: 1, total: 10 });
  const before = listening();
  version('new', 'hooks');
  refresh.performReactRefresh();
  expect(container.textContent).toBe('started as old, now new: 1');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['new A-1']);
  expect(listening().sort()).toEqual(before.sort());
});

test('a component whose hooks have changed begins anew, and leaves nothing of its old version', async () => {
  const { heard, version } = versions();
  const { bus, container, listening, settled } = await develop(version('old', 'hooks'));
  bus.emit(cart.changed, { count: 1, total: 10 });
  const before = listening();
  version('new', 'other hooks');
  refresh.performReactRefresh();
  expect(container.textContent).toBe('started as new, now new: 1');
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  expect(heard).toEqual(['new A-1']);
  expect(listening().sort()).toEqual(before.sort());
});
