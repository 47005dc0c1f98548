import type { Bus } from '@busbar/core';
import { type ComputedRef, computed, type MaybeRefOrGetter, toValue } from 'vue';
import { useBus } from './use-bus.ts';

/** The bus that the options name at any time, else the one that is injected now. */
export function busOf(options?: MaybeRefOrGetter<{ readonly bus?: Bus } | undefined>): ComputedRef<Bus> {
  const found = toValue(options)?.bus ?? useBus();
  return computed(() => toValue(options)?.bus ?? found);
}
