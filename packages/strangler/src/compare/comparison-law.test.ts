import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { emitBeside } from '../emit-beside.ts';
import {
  addLine,
  addQuietly,
  besideMap,
  type CartState,
  createCartShop,
  foldLine,
  foldLines,
  type Line,
  type LinesBySku,
  removeLine,
  saveCart,
  setQuantity,
} from '../redux/cart-shop.test.fixture.ts';
import { compareWithStore } from './compare-with-store.ts';
import type { Difference } from './difference.ts';

const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process;
const numRuns = Number(env['BUSBAR_COMPARISON_RUNS'] ?? 60);

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

type Fold = typeof foldLine;

const anyLine: fc.Arbitrary<Line> = fc.record({ sku: fc.constantFrom('A', 'B', 'C'), quantity: fc.integer({ min: 1, max: 5 }) });
const anyAction = fc.oneof(
  anyLine.map((line) => addLine(line)),
  anyLine.map((line) => addQuietly(line)),
  anyLine.map((line) => setQuantity(line)),
  anyLine.map(({ sku }) => removeLine(sku)),
  fc.constant(saveCart('SPRING')),
);
/** What somebody does, and how many milliseconds pass until the next thing. */
const anySteps = fc.array(fc.record({ action: anyAction, gap: fc.constantFrom(0, 0, 1, 20, 99, 100, 250) }), { maxLength: 25 });
const anyDelivery = fc.constantFrom<'microtask' | 'task' | 'sync'>('microtask', 'task', 'sync');
/** How long the handler takes. */
const anyDelay = fc.constantFrom(0, 0, 5, 150, 700);

/** Mistakes in a projection, and a few actions after which each is sure to show. */
const mistakes: Record<string, { readonly fold: Fold; readonly shownBy: readonly unknown[]; readonly culprit: string }> = {
  'does not hear of changed quantities': {
    fold: (lines, type, data) => (type === 'cart:quantityChanged' ? lines : foldLine(lines, type, data)),
    shownBy: [addLine({ sku: 'Z', quantity: 1 }), setQuantity({ sku: 'Z', quantity: 2 })],
    culprit: setQuantity.type,
  },
  'keeps what was removed': {
    fold: (lines, type, data) => (type === 'cart:lineRemoved' ? lines : foldLine(lines, type, data)),
    shownBy: [addLine({ sku: 'Z', quantity: 1 }), removeLine('Z')],
    culprit: removeLine.type,
  },
  'counts one too many from five on': {
    fold: (lines, type, data) => foldLine(lines, type, oneMore(data)),
    shownBy: [addLine({ sku: 'Z', quantity: 5 })],
    culprit: addLine.type,
  },
};

function oneMore(data: never): never {
  const line = data as Partial<Line>;
  return (line.quantity === 5 ? { ...line, quantity: 6 } : data) as never;
}

/** Runs a program on a real store with a comparison, and answers the differences that were told. */
async function run(
  steps: readonly { readonly action: unknown; readonly gap: number }[],
  fold: Fold,
  delivery: 'microtask' | 'task' | 'sync',
  delay: number,
): Promise<Difference[]> {
  const { store, port, bus } = createCartShop();
  const differences: Difference[] = [];
  const before = delay > 0 ? { before: () => new Promise((done) => setTimeout(done, delay)) } : {};
  emitBeside(port, bus, besideMap);
  compareWithStore<CartState, LinesBySku>(bus, {
    name: 'cart',
    store: port,
    select: ({ cart }) => cart.entities,
    readable: foldLines(bus, fold, { delivery, ...before }),
    events: 'cart:*',
    // Handlers that take 700 ms each, one after the other, are behind by more than any bound that a team would set.
    within: 60_000,
    onDifference: (difference) => void differences.push(difference as Difference),
  });
  for (const { action, gap } of steps) {
    store.dispatch(action as ReturnType<typeof addLine>);
    if (gap > 0) await vi.advanceTimersByTimeAsync(gap);
  }
  await vi.advanceTimersByTimeAsync(30_000);
  bus.dispose();
  return differences;
}

describe('a comparison of a real store', () => {
  it('never tells a difference of a projection that is right', async () => {
    await fc.assert(
      fc.asyncProperty(anySteps, anyDelivery, anyDelay, async (steps, delivery, delay) => {
        expect(await run(steps, foldLine, delivery, delay)).toEqual([]);
      }),
      { numRuns },
    );
  });

  it.each(Object.entries(mistakes))(
    'always tells of a projection that %s, with the action that led to it',
    async (_, mistake) => {
      const shown = mistake.shownBy.map((action) => ({ action, gap: 0 }));
      await fc.assert(
        fc.asyncProperty(anySteps, anyDelivery, anyDelay, async (steps, delivery, delay) => {
          const differences = await run([...steps, ...shown], mistake.fold, delivery, delay);
          const types = differences[0]?.actions.map(({ action }) => action.type);
          expect(types).toEqual(expect.arrayContaining([expect.stringMatching(culpritOf(mistake.culprit))]));
        }),
        { numRuns },
      );
    },
  );
});

/** A line is added by two actions. */
function culpritOf(type: string): RegExp {
  return type === addLine.type ? /cart\/(addLine|addQuietly|setQuantity)/ : new RegExp(`^${type}$`);
}
