import { describe, expect, it, vi } from 'vitest';
import { createBus, createHub, report } from './index.ts';

describe('report', () => {
  it('tells the onError of the bus, and of what scopes were made from', () => {
    const onError = vi.fn();
    const bus = createBus({ source: 'cart', hub: createHub(), onError });
    const error = new Error('the store is closed');
    report(bus.scope({ source: 'badge' }), error);
    expect(onError.mock.calls).toEqual([[error]]);
  });

  it('tells the page where nobody asked to be told', () => {
    const told = vi.fn();
    vi.stubGlobal('reportError', told);
    const error = new Error('the store is closed');
    report(createBus({ source: 'cart', hub: createHub() }), error);
    vi.unstubAllGlobals();
    expect(told.mock.calls).toEqual([[error]]);
  });
});
