'use client';

export { BusProvider, type BusProviderProps } from './bus-provider.tsx';
export { useBus } from './use-bus.ts';
export { useEmit } from './use-emit.ts';
export { type UseEventOptions, useEvent } from './use-event.ts';
export { useEventState } from './use-event-state.ts';
