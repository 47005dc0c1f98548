import { describe, expect, it, vi } from 'vitest';
import { createBus, createHub, whenDisposed } from './index.ts';

const page = () => createBus({ source: 'cart', hub: createHub() });

describe('whenDisposed', () => {
  it('calls once the bus is disposed', () => {
    const bus = page();
    const end = vi.fn();
    whenDisposed(bus, end);
    expect(end).not.toHaveBeenCalled();
    bus.dispose();
    expect(end).toHaveBeenCalledOnce();
  });

  it('calls for a scope when what it was made from is disposed', () => {
    const bus = page();
    const end = vi.fn();
    whenDisposed(bus.scope(), end);
    bus.dispose();
    expect(end).toHaveBeenCalledOnce();
  });

  it('calls at once for a bus that is disposed already', () => {
    const bus = page();
    bus.dispose();
    const end = vi.fn();
    whenDisposed(bus, end);
    expect(end).toHaveBeenCalledOnce();
  });

  it('calls once, however often the bus is disposed, and whoever disposes it meanwhile', () => {
    const bus = page();
    const [end, late] = [vi.fn(() => bus.dispose()), vi.fn()];
    whenDisposed(bus, end);
    whenDisposed(bus, () => whenDisposed(bus, late));
    bus.dispose();
    bus.dispose();
    expect([end.mock.calls.length, late.mock.calls.length]).toEqual([1, 1]);
  });

  it('calls nobody who took it back', () => {
    const bus = page();
    const end = vi.fn();
    whenDisposed(bus, end)();
    bus.dispose();
    expect(end).not.toHaveBeenCalled();
  });
});
