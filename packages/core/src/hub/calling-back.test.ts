import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvents } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.number() },
  itemRemoved: { version: 1, schema: z.number() },
  changed: { version: 1, schema: z.number(), retain: 'latest' },
});

function newBus(): Bus {
  return createBus({ source: 'cart', hub: createPatientHub() });
}

describe('a handler that calls back into the bus', () => {
  it('makes its event the cause of what it emits', async () => {
    const bus = newBus();
    const effects: (string | undefined)[] = [];
    bus.on(cart.itemAdded, ({ data }) => void bus.emit(cart.changed, data));
    bus.on(cart.changed, ({ causationid }) => effects.push(causationid));
    const cause = bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(effects).toEqual([cause.id]);
  });

  it('is a cause only while it runs, and the innermost handler is the one', async () => {
    const bus = newBus();
    const causes = new Map<number, string | undefined>();
    bus.on(cart.itemRemoved, ({ data, causationid }) => causes.set(data, causationid));
    bus.on(cart.changed, () => void bus.emit(cart.itemRemoved, 2), { delivery: 'sync' });
    let inner: string | undefined;
    bus.on(cart.itemAdded, () => {
      bus.emit(cart.itemRemoved, 1);
      inner = bus.emit(cart.changed, 0).id;
      bus.emit(cart.itemRemoved, 3);
    });
    const outer = bus.emit(cart.itemAdded, 0);
    await nextTask();
    bus.emit(cart.itemRemoved, 4);
    await nextTask();
    expect([...causes]).toEqual([
      [1, outer.id],
      [2, inner],
      [3, outer.id],
      [4, undefined],
    ]);
  });

  it('subscribes for later events, not for the one under way', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, () => {
      stop();
      bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([2]);
  });

  it('does not hear by a new subscription what was emitted before it and is not delivered yet', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, () => {
      stop();
      bus.on(cart.itemAdded, ({ data }) => seen.push(data));
    });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([]);
  });

  it('subscribes and is given the retained event under way once, as a replay', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    const stop = bus.on(cart.changed, () => {
      stop();
      bus.on(cart.changed, ({ data, replayed }) => seen.push([data, replayed]));
    });
    bus.emit(cart.changed, 1);
    await nextTask();
    expect(seen).toEqual([[1, true]]);
  });

  it('ends its own subscription and hears no more', async () => {
    const bus = newBus();
    const seen: number[] = [];
    const stop = bus.on(cart.itemAdded, ({ data }) => {
      seen.push(data);
      stop();
    });
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual([1]);
  });

  it("ends somebody else's subscription, which does not hear the event under way any more", async () => {
    const bus = newBus();
    const seen: string[] = [];
    bus.on(cart.itemAdded, () => stop());
    const stop = bus.on(cart.itemAdded, () => seen.push('ended'));
    bus.on(cart.itemAdded, () => seen.push('after it'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['after it']);
  });

  it('disposes its own scope, which hears no more; others hear the event under way', async () => {
    const bus = newBus();
    const scope = bus.scope({ source: 'profile' });
    const seen: string[] = [];
    scope.on(cart.itemAdded, () => scope.dispose());
    scope.on(cart.itemAdded, () => seen.push('scope'));
    bus.on(cart.itemAdded, () => seen.push('bus'));
    bus.emit(cart.itemAdded, 1);
    bus.emit(cart.itemAdded, 2);
    await nextTask();
    expect(seen).toEqual(['bus', 'bus']);
  });

  it('disposes its own scope in `where`, and the handler is not called', async () => {
    const bus = newBus();
    const scope = bus.scope();
    const seen: string[] = [];
    scope.on(cart.itemAdded, () => seen.push('scope'), {
      where: () => {
        scope.dispose();
        return true;
      },
    });
    bus.on(cart.itemAdded, () => seen.push('bus'));
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(seen).toEqual(['bus']);
  });

  it('disposes its own scope in a `where` that then throws, and nothing is left of it', async () => {
    const bus = newBus();
    const scope = bus.scope();
    const where = (): never => {
      scope.dispose();
      throw new Error('no');
    };
    scope.on(cart.itemAdded, () => {}, { where });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(bus.deadLetters.list()).toEqual([]);
  });

  it('emits after it disposed its own scope and is told so, as a failure of the handler', async () => {
    const errors: unknown[] = [];
    const bus = createBus({ source: 'cart', hub: createPatientHub(), onError: ({ cause }) => errors.push(cause) });
    const scope = bus.scope();
    scope.on(cart.itemAdded, () => {
      scope.dispose();
      scope.emit(cart.changed, 1);
    });
    bus.emit(cart.itemAdded, 1);
    await nextTask();
    expect(errors).toMatchObject([{ code: 'disposed', details: { action: 'emit' } }]);
  });
});
