export { createBusPlugin } from './create-bus-plugin.ts';
export { provideBus } from './provide-bus.ts';
export { useBus } from './use-bus.ts';
export { useEmit } from './use-emit.ts';
export { type UseEventOptions, useEvent } from './use-event.ts';
export { type UseEventStateOptions, useEventState } from './use-event-state.ts';
