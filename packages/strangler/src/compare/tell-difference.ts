import type { Bus } from '@busbar/core';
import { stranglerEvents } from '../strangler-events.ts';
import type { CompareOptions } from './compare-with-store.ts';
import { type Difference, toDiffered } from './difference.ts';

/** How many places are remembered as told. */
const most = 100;

/** Tells differences, each place once until both sides have agreed again. */
export interface DifferenceTeller<View> {
  tell(difference: Difference<View>): void;
  /** Both agree: what differs from now on is told anew. */
  agree(): void;
}

export function createDifferenceTeller<State, View>(
  bus: Bus,
  options: CompareOptions<State, View>,
  fail: (error: unknown) => void,
): DifferenceTeller<View> {
  const told = new Set<string>();

  function attempt(run: () => unknown): void {
    try {
      run();
    } catch (error) {
      fail(error);
    }
  }

  return {
    agree: () => told.clear(),
    tell(difference) {
      const fresh = difference.paths.map(({ path }) => placeOf(path)).filter((place) => !told.has(place));
      if (fresh.length === 0 || told.size >= most) return;
      for (const place of fresh) told.add(place);
      attempt(() => options.onDifference?.(difference));
      attempt(() => bus.disposed || bus.emit(stranglerEvents.differed, toDiffered(difference, options.values !== false)));
    },
  };
}

/** Items of one list have the same faults. */
function placeOf(path: string): string {
  return path.replace(/(?<=^|\.)\d+(?=\.|$)/g, '*');
}
