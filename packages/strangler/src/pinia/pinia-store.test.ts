import { createPinia, defineStore, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { nextTick, ref } from 'vue';
import type { StatesAround, StoreAction } from '../store.ts';
import { piniaStore } from './pinia-store.ts';
import type { PiniaStore } from './watch-pinia-store.ts';

interface Line {
  sku: string;
  quantity: number;
}

const useOptionCart = defineStore('cart', {
  state: () => ({ lines: [] as Line[], note: '' }),
  actions: {
    add(line: Line) {
      this.lines.push(line);
    },
    addTwice(line: Line) {
      this.add(line);
      this.add({ ...line });
    },
    setQuantity(sku: string, quantity: number) {
      this.lines.find((line) => line.sku === sku)!.quantity = quantity;
    },
    async load(answer: Promise<Line[]>) {
      this.note = 'loading';
      this.lines = await answer;
      this.note = 'loaded';
    },
    breakOff(line: Line) {
      this.lines.push(line);
      throw new Error('out of stock');
    },
    refuse() {
      throw new Error('closed');
    },
  },
});

const useSetupCart = defineStore('cart', () => {
  const lines = ref<Line[]>([]);
  const note = ref('');
  function add(line: Line) {
    lines.value.push(line);
  }
  function addTwice(line: Line) {
    lines.value.push(line, { ...line });
  }
  return { lines, note, add, addTwice };
});

const lamp: Line = { sku: 'lamp', quantity: 1 };

/** What was told of a store, from now on. */
function listen<State extends object>(store: PiniaStore<State>) {
  const told: { action: StoreAction; states: StatesAround<State> }[] = [];
  const port = piniaStore(store);
  const stop = port.actions((action, states) => void told.push({ action, states }));
  return { port, stop, told, types: () => told.map(({ action }) => action.type), last: () => told.at(-1)! };
}

beforeEach(() => {
  setActivePinia(createPinia());
});

for (const [kind, useCart] of [
  ['option', useOptionCart],
  ['setup', useSetupCart],
] as const) {
  describe(`actions of ${kind} stores`, () => {
    test('are told with their argument and the states around them', () => {
      const cart = useCart();
      const { last } = listen<{ lines: Line[]; note: string }>(cart);
      cart.add(lamp);
      expect(last().action).toEqual({ type: 'cart/add', payload: lamp });
      expect(last().states).toEqual({ before: { lines: [], note: '' }, after: { lines: [lamp], note: '' } });
    });

    test('are told once, whatever they change', () => {
      const cart = useCart();
      const { types } = listen<{ lines: Line[]; note: string }>(cart);
      cart.add(lamp);
      expect(types()).toEqual(['cart/add']);
    });

    test('leave states that do not change any more', () => {
      const cart = useCart();
      const { last } = listen<{ lines: Line[]; note: string }>(cart);
      cart.add({ ...lamp });
      const { after } = last().states;
      cart.lines[0]!.quantity = 9;
      expect(after.lines).toEqual([lamp]);
    });

    test('may be none: a patch and a direct change are told by themselves', () => {
      const cart = useCart();
      const { told } = listen<{ lines: Line[]; note: string }>(cart);
      cart.$patch({ note: 'by night' });
      cart.$patch((state: { note: string }) => {
        state.note = 'by day';
      });
      cart.note = 'never';
      expect(told.map(({ action }) => action)).toEqual([
        { type: 'cart/$patch', payload: { note: 'by night' } },
        { type: 'cart/$patch', payload: undefined },
        { type: 'cart/$direct', payload: undefined },
      ]);
      expect(told.map(({ states }) => [states.before.note, states.after.note])).toEqual([
        ['', 'by night'],
        ['by night', 'by day'],
        ['by day', 'never'],
      ]);
    });
  });
}

describe('an action', () => {
  test('of several arguments is told with the list of them', () => {
    const cart = useOptionCart();
    cart.add({ ...lamp });
    const { last } = listen(cart);
    cart.setQuantity('lamp', 3);
    expect(last().action.payload).toEqual(['lamp', 3]);
  });

  test('that calls another is told after it', () => {
    const cart = useOptionCart();
    const { types } = listen(cart);
    cart.addTwice(lamp);
    expect(types()).toEqual(['cart/add', 'cart/add', 'cart/addTwice']);
  });

  test('that is asynchronous is told when it is done; what it changed on the way, as direct changes', async () => {
    const cart = useOptionCart();
    const { told, types, last } = listen(cart);
    const loading = cart.load(Promise.resolve([lamp]));
    expect(types()).toEqual([]);
    await loading;
    expect(types()).toEqual(['cart/$direct', 'cart/$direct', 'cart/$direct', 'cart/load']);
    expect(told[0]!.states).toEqual({ before: { lines: [], note: '' }, after: { lines: [], note: 'loading' } });
    expect(told[1]!.states).toEqual({ before: { lines: [], note: 'loading' }, after: { lines: [lamp], note: 'loading' } });
    expect(last().states).toMatchObject({ before: { lines: [], note: '' }, after: { lines: [lamp], note: 'loaded' } });
  });

  test('that waits hides no change that somebody else makes meanwhile', async () => {
    const cart = useOptionCart();
    const { types } = listen(cart);
    cart.load(new Promise(() => {}));
    await nextTick();
    cart.$patch({ note: 'busy' });
    expect(types()).toEqual(['cart/$direct', 'cart/$patch']);
  });

  test('that waits hides no patch of the turn in which it was called', async () => {
    const cart = useOptionCart();
    const { told } = listen(cart);
    cart.load(new Promise(() => {}));
    cart.$patch({ note: 'busy' });
    await nextTick();
    expect(told.map(({ action }) => action)).toEqual([
      { type: 'cart/$direct', payload: undefined },
      { type: 'cart/$patch', payload: { note: 'busy' } },
    ]);
  });

  test('that fails is not told, but what it has changed by then is', () => {
    const cart = useOptionCart();
    const { types, last } = listen(cart);
    expect(() => cart.breakOff(lamp)).toThrow('out of stock');
    expect(types()).toEqual(['cart/$direct']);
    expect(last().states).toMatchObject({ before: { lines: [] }, after: { lines: [lamp] } });
  });

  test('that fails before it has changed anything leaves no trace', async () => {
    const cart = useOptionCart();
    const { types } = listen(cart);
    expect(() => cart.refuse()).toThrow('closed');
    cart.add(lamp);
    expect(types()).toEqual(['cart/add']);
  });

  test('whose promise rejects is not told', async () => {
    const cart = useOptionCart();
    const { types } = listen(cart);
    await expect(cart.load(Promise.reject(new Error('offline')))).rejects.toThrow('offline');
    expect(types()).toEqual(['cart/$direct']);
    expect(cart.note).toBe('loading');
  });
});

describe('the state', () => {
  test('is the same object until it changes', () => {
    const cart = useOptionCart();
    const { port } = listen(cart);
    const first = port.getState();
    expect(port.getState()).toBe(first);
    cart.add(lamp);
    expect(port.getState()).not.toBe(first);
  });

  test('tells of every change, also of those in the middle of an action', () => {
    const cart = useOptionCart();
    const port = piniaStore(cart);
    const changed = vi.fn();
    port.subscribe(changed);
    cart.addTwice({ ...lamp });
    expect(changed).toHaveBeenCalledTimes(2);
  });

  test('is a copy where nobody listens, too', () => {
    const cart = useOptionCart();
    const state = piniaStore(cart).getState();
    cart.add(lamp);
    expect(state.lines).toEqual([]);
  });
});

describe('who listens', () => {
  test('hears nothing more once it has ended', () => {
    const cart = useOptionCart();
    const { stop, told } = listen(cart);
    stop();
    cart.add(lamp);
    expect(told).toEqual([]);
  });

  test('and throws is reported, while the action goes on', () => {
    const reported = vi.spyOn(console, 'error').mockImplementation(() => {});
    const cart = useOptionCart();
    piniaStore(cart).actions(() => {
      throw new Error('mistake');
    });
    cart.add(lamp);
    expect(cart.lines).toEqual([lamp]);
    expect(reported).toHaveBeenCalledWith(expect.objectContaining({ message: 'mistake' }));
  });
});
