export type { BusHost, HostedController } from './bus-host.ts';
export { busOf } from './bus-of.ts';
export { emitter } from './emitter.ts';
export { EventController, type EventControllerOptions } from './event-controller.ts';
export { EventStateController, type EventStateControllerOptions } from './event-state-controller.ts';
export type { BusControllerOptions } from './follow-bus.ts';
export type { MaybeGetter } from './maybe-getter.ts';
export { ProjectionController, type ProjectionControllerOptions } from './projection-controller.ts';
