import { type ReactElement, useState } from 'react';
import { expect, test } from 'vitest';
import { Badge } from './shop.test.fixture.tsx';
import { cleanup, renderWithBus } from './testing.tsx';

const renders: string[] = [];

function Child({ name }: { name: string }): ReactElement {
  renders.push(name);
  return <li>{name}</li>;
}

function Parent(): ReactElement {
  const [clicks, setClicks] = useState(0);
  return (
    <button type="button" onClick={() => setClicks(clicks + 1)}>
      {clicks}
      <Child name="child" />
    </button>
  );
}

test('components here are compiled: a child that is given nothing new rests, without memo', async () => {
  const { container } = await renderWithBus(<Parent />);
  container.querySelector('button')!.click();
  await expect.poll(() => container.textContent).toBe('1child');
  expect(renders).toEqual(['child']);
  await cleanup();
});

test('those that use the hooks are compiled, too', () => {
  expect(String(Badge)).toMatch(/react\.memo_cache_sentinel/);
});
