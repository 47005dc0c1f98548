export { createBusPlugin } from './create-bus-plugin.ts';
export { provideBus } from './provide-bus.ts';
export { useBus } from './use-bus.ts';
export { useDeadLetters } from './use-dead-letters.ts';
export { useEmit } from './use-emit.ts';
export { type UseEventOptions, useEvent } from './use-event.ts';
export { type UseEventStateOptions, useEventState } from './use-event-state.ts';
export { useMetrics } from './use-metrics.ts';
export { type UseProjectionOptions, useProjection } from './use-projection.ts';
