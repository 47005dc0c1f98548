export { publishRouting } from './publish-routing.ts';
export { type AppsChange, type Route, routing } from './routing.ts';
export { type BusProps, type Lifecycle, type Lifecycles, type WrappedLifecycles, withBus } from './with-bus.ts';
