import { expect, test } from 'vitest';
import { openCartPage, show } from './cart-page.test.fixture.tsx';
import { BusProvider, useBus } from './index.ts';

const Source = () => <output>{useBus()().source}</output>;

test('the nearest provider counts', () => {
  const { bus, show } = openCartPage();
  const { container } = show(() => (
    <>
      <Source />
      <BusProvider bus={bus.scope({ source: 'inner' })}>
        <Source />
      </BusProvider>
    </>
  ));
  expect(container.textContent).toBe('testinner');
});

test('without a provider a sentence says what to do', () => {
  expect(() => show(() => <Source />)).toThrow(
    'Busbar found no bus. Call this in a component, before any await, below a <BusProvider bus={bus}>.',
  );
});
