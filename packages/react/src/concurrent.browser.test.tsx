import { memo, type ReactElement, Suspense, startTransition, useDeferredValue, useState, useTransition } from 'react';
import { expect, test } from 'vitest';
import { render } from 'vitest-browser-react';
import { cart, openCartPage } from './cart-page.test.fixture.tsx';
import { useEvent, useEventState } from './index.ts';

type Bus = ReturnType<typeof openCartPage>['bus'];

/** What a page shows at each commit that the browser sees, as text. */
function watch(container: Element): string[] {
  const seen: string[] = [container.textContent ?? ''];
  new MutationObserver(() => seen.push(container.textContent ?? '')).observe(container, {
    subtree: true,
    childList: true,
    characterData: true,
  });
  return seen;
}

/** Takes so long that a concurrent render of many gives way to the page again and again before all of them are there. */
const SlowCount = memo((): ReactElement => {
  const until = performance.now() + 4;
  while (performance.now() < until);
  return <b>{useEventState(cart.changed)?.count ?? 0} </b>;
});

/** Emits the next count in a task of its own, again and again, until the condition holds. Gives the last one. */
async function countUntil(bus: Bus, isDone: () => boolean): Promise<number> {
  const { port1, port2 } = new MessageChannel();
  for (let count = 1; ; count++) {
    const turn = new Promise((resolve) => port1.addEventListener('message', resolve, { once: true }));
    port1.start();
    port2.postMessage(undefined);
    await turn;
    bus.emit(cart.changed, { count, total: 0 });
    if (isDone()) return count;
  }
}

test('no page ever shows two states at once, however often events come into the middle of a render', async () => {
  const { bus, wrapper } = openCartPage();
  let show = (): void => {};
  function Page() {
    const [shown, setShown] = useState(false);
    show = () => startTransition(() => setShown(true));
    return shown && Array.from({ length: 20 }, (_, index) => <SlowCount key={index} />);
  }
  const { container } = await render(<Page />, { wrapper });
  const seen = watch(container);
  show();
  const last = await countUntil(bus, () => container.textContent !== '');
  await expect.poll(() => container.textContent).toBe(`${last} `.repeat(20));
  expect(last).toBeGreaterThan(2);
  expect(seen.filter((text) => new Set(text.trim().split(' ')).size > 1)).toEqual([]);
});

test('a transition that suspends mid-way shows nothing of its own, and hears nothing, until it is through', async () => {
  const { bus, wrapper, listening, settled } = openCartPage();
  const heard: string[] = [];
  let finish = (): void => {};
  const slow = new Promise<void>((resolve) => {
    finish = resolve;
  });
  let arrived = false;
  void slow.then(() => {
    arrived = true;
  });
  function Field({ name }: { name: 'count' | 'total' }) {
    useEvent(cart.itemAdded, () => heard.push(name));
    return <output>{useEventState(cart.changed, { select: (state) => `${name} ${state?.[name]}` })}</output>;
  }
  function Slow({ name }: { name: 'count' | 'total' }) {
    if (name === 'total' && !arrived) throw slow;
    return null;
  }
  let change = (): void => {};
  function Page() {
    const [name, setName] = useState<'count' | 'total'>('count');
    const [pending, start] = useTransition();
    change = () => start(() => setName('total'));
    return (
      <Suspense fallback="fallback">
        {pending && 'changing '}
        <Field name={name} />
        <Slow name={name} />
      </Suspense>
    );
  }
  bus.emit(cart.changed, { count: 1, total: 10 });
  const { container } = await render(<Page />, { wrapper });
  const before = listening();
  change();
  await expect.poll(() => container.textContent).toBe('changing count 1');
  bus.emit(cart.changed, { count: 2, total: 20 });
  bus.emit(cart.itemAdded, { sku: 'A-1' });
  await settled();
  await expect.poll(() => container.textContent).toBe('changing count 2');
  expect([heard, listening()]).toEqual([['count'], before]);
  finish();
  await expect.poll(() => container.textContent).toBe('total 20');
  bus.emit(cart.itemAdded, { sku: 'B-2' });
  await settled();
  expect([heard, listening()]).toEqual([['count', 'total'], before]);
});

test('a render that is thrown away does not make the page select anew', async () => {
  const { bus, wrapper, settled } = openCartPage();
  const selections: unknown[] = [];
  const never = new Promise<void>(() => {});
  let change = (): void => {};
  const first = (state?: { count: number; total: number }) => ({ of: state?.count });
  const second = (state?: { count: number; total: number }) => ({ of: state?.total });
  function Page() {
    const [select, setSelect] = useState(() => first);
    change = () => startTransition(() => setSelect(() => second));
    const selection = useEventState(cart.changed, { select });
    if (select === second) throw never;
    selections.push(selection);
    return <output>{selection.of}</output>;
  }
  bus.emit(cart.changed, { count: 1, total: 10 });
  const screen = await render(<Page />, { wrapper });
  change();
  await screen.rerender(<Page />);
  bus.emit(cart.changed, { count: 2, total: 20 });
  await settled();
  await expect.element(screen.getByRole('status')).toHaveTextContent('2');
  expect(new Set(selections).size).toBe(2);
});

test('a deferred value lags behind the state and catches up', async () => {
  const { bus, wrapper } = openCartPage();
  const pairs: [number, number][] = [];
  function Search() {
    const count = useEventState(cart.changed, { select: (state) => state?.count ?? 0 });
    const deferred = useDeferredValue(count);
    pairs.push([count, deferred]);
    return <output>{deferred}</output>;
  }
  const screen = await render(<Search />, { wrapper });
  bus.emit(cart.changed, { count: 1, total: 10 });
  await expect.element(screen.getByRole('status')).toHaveTextContent('1');
  expect(pairs).toEqual([
    [0, 0],
    [1, 0],
    [1, 1],
  ]);
});
