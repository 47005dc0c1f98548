import './zoneless-test-bed.test.fixture.ts';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Readable } from '@busbar/core';
import { describe, expect, test } from 'vitest';
import { cart } from './cart-contracts.test.fixture.ts';
import { injectProjection } from './inject-projection.ts';
import { provideTestBus } from './zoneless-test-bed.test.fixture.ts';

/** A readable value as somebody else's store has it; tells how many observe it. */
function createStore<Value>(value: Value): Readable<Value> & { set(value: Value): void; observers(): number } {
  const observers = new Set<() => void>();
  return {
    get: () => value,
    set(next) {
      value = next;
      for (const observer of observers) observer();
    },
    subscribe(observer) {
      const tell = () => (typeof observer === 'function' ? observer(value) : observer.next?.(value));
      observers.add(tell);
      const end = () => void observers.delete(tell);
      return Object.assign(end, { unsubscribe: end, [Symbol.dispose]: end });
    },
    observers: () => observers.size,
  };
}

const lines = createStore<readonly string[]>([]);

@Component({ selector: 'busbar-lines', template: '{{ rendered() }}' })
class Lines {
  renders = 0;
  readonly count = injectProjection(lines, ({ length }) => length);

  rendered(): number {
    this.renders++;
    return this.count();
  }
}

describe('injectProjection', () => {
  test('renders a component when what it selects changes, and at no other time', async () => {
    provideTestBus();
    const fixture = TestBed.createComponent(Lines);
    for (const now of [['lamp'], ['desk'], ['desk', 'chair']]) {
      lines.set(now);
      await fixture.whenStable();
    }
    expect(fixture.nativeElement.textContent).toBe('2');
    expect(fixture.componentInstance.renders).toBe(2);
    fixture.destroy();
    expect(lines.observers()).toBe(0);
  });

  test('needs no bus', () => {
    const store = createStore('now');
    expect(TestBed.runInInjectionContext(() => injectProjection(store))()).toBe('now');
  });

  test('holds on to the value that compare calls the same', () => {
    const store = createStore(['lamp']);
    const compare = (one: string[], other: string[]) => one.join() === other.join();
    const shown = TestBed.runInInjectionContext(() => injectProjection(store, undefined, { compare }));
    const first = shown();
    store.set(['lamp']);
    expect(shown()).toBe(first);
    store.set(['desk']);
    expect(shown()).toEqual(['desk']);
  });

  test('selects anew when a signal that select reads changes', () => {
    const { bus } = provideTestBus();
    bus.emit(cart.changed, { count: 1, total: 10 });
    const field = signal<'count' | 'total'>('count');
    const shown = TestBed.runInInjectionContext(() => injectProjection(bus.latest(cart.changed), (now) => now?.[field()]));
    expect(shown()).toBe(1);
    field.set('total');
    expect(shown()).toBe(10);
  });

  test('follows a source that is a signal, at once when it is read, and observes the newest alone', () => {
    const [one, other] = [createStore('one'), createStore('other')];
    const source = signal<Readable<string>>(one);
    const shown = TestBed.runInInjectionContext(() => injectProjection(source));
    expect(shown()).toBe('one');
    source.set(other);
    one.set('one, too late');
    expect(shown()).toBe('other');
    TestBed.tick();
    expect([one.observers(), other.observers()]).toEqual([0, 1]);
    other.set('another');
    expect(shown()).toBe('another');
  });

  test('says its name outside an injection context', () => {
    expect(() => injectProjection(lines)).toThrow(/NG0203: injectProjection\(\)/);
  });
});
