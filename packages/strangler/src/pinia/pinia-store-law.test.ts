import fc from 'fast-check';
import { createPinia, defineStore } from 'pinia';
import { expect, test } from 'vitest';
import { copyState } from './copy-state.ts';
import { piniaStore } from './pinia-store.ts';

const useCounter = defineStore('counter', {
  state: () => ({ count: 0, marks: [] as number[] }),
  actions: {
    add(by: number) {
      this.count += by;
    },
    addTwice(by: number) {
      this.add(by);
      this.marks.push(by);
      this.add(by);
    },
    addAndFail(by: number) {
      this.count += by;
      throw new Error('no');
    },
    async addLater(by: number) {
      this.count += by;
      await Promise.resolve();
      this.count += by;
    },
    async addAndReject(by: number) {
      this.count += by;
      await Promise.resolve();
      this.marks.push(by);
      throw new Error('no');
    },
  },
});

type Counter = ReturnType<typeof useCounter>;

/** What somebody may do to the store, at once or after a turn. */
const deeds: readonly ((store: Counter, by: number) => unknown)[] = [
  (store, by) => store.add(by),
  (store, by) => store.addTwice(by),
  (store, by) => store.addLater(by),
  (store, by) => {
    expect(() => store.addAndFail(by)).toThrow('no');
  },
  (store, by) => store.addAndReject(by).catch(() => {}),
  (store, by) => store.$patch({ count: by }),
  (store, by) => store.marks.push(by),
  (store) => store.$reset(),
  () => Promise.resolve(),
];

const program = fc.array(fc.record({ deed: fc.nat(deeds.length - 1), by: fc.integer({ min: 1, max: 9 }), waits: fc.boolean() }), {
  maxLength: 12,
});

test('no change goes untold: whatever is done, the last state that was told is the state', () =>
  fc.assert(
    fc.asyncProperty(program, async (steps) => {
      const store = useCounter(createPinia());
      let told: unknown = copyState(store.$state);
      piniaStore(store).actions((_, { after }) => {
        told = after;
      });
      const pending: unknown[] = [];
      for (const { deed, by, waits } of steps) {
        pending.push(deeds[deed]!(store, by));
        if (waits) await Promise.resolve();
      }
      await Promise.all(pending);
      expect(told).toEqual(copyState(store.$state));
    }),
    { numRuns: 300 },
  ));
