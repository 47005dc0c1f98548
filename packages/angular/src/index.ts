export { injectBus } from './inject-bus.ts';
export { injectEmit } from './inject-emit.ts';
export { type InjectEventOptions, injectEvent } from './inject-event.ts';
export { type InjectEventStateOptions, injectEventState } from './inject-event-state.ts';
export { provideBus } from './provide-bus.ts';
