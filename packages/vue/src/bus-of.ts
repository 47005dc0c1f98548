import type { Bus } from '@busbar/core';
import { type MaybeRefOrGetter, toValue } from 'vue';
import { useBus } from './use-bus.ts';

/** The bus that the options name now, else the injected one. */
export const busOf = (options?: MaybeRefOrGetter<{ readonly bus?: Bus }>): Bus => toValue(options)?.bus ?? useBus();
