export { injectBus } from './inject-bus.ts';
export { injectEmit } from './inject-emit.ts';
export { type InjectEventOptions, injectEvent, type ListenOptions } from './inject-event.ts';
export { type InjectEventStateOptions, injectEventState } from './inject-event-state.ts';
export { type InjectProjectionOptions, injectProjection } from './inject-projection.ts';
export { type BusFeature, provideBus } from './provide-bus.ts';
export type { Reactive } from './reactive.ts';
