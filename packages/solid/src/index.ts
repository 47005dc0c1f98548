export { BusProvider, type BusProviderProps } from './bus-provider.ts';
export { createDeadLetters } from './create-dead-letters.ts';
export { createEmit } from './create-emit.ts';
export { type CreateEventOptions, createEvent } from './create-event.ts';
export { type CreateEventStateOptions, createEventState } from './create-event-state.ts';
export { createMetrics } from './create-metrics.ts';
export { type CreateProjectionOptions, createProjection } from './create-projection.ts';
export type { MaybeAccessor } from './maybe-accessor.ts';
export { useBus } from './use-bus.ts';
