'use client';

export { BusProvider, type BusProviderProps } from './bus-provider.ts';
export { type BusHooks, createBusHooks } from './create-bus-hooks.ts';
export { useBus } from './use-bus.ts';
export { useEmit } from './use-emit.ts';
export { type UseEventOptions, useEvent } from './use-event.ts';
export { useEventState } from './use-event-state.ts';
export { useProjection } from './use-projection.ts';
export { useSuspenseEventState } from './use-suspense-event-state.ts';
