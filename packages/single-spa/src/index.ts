export { type Leak, singleSpa } from './leaks.ts';
export type { RegisteredPermissions } from './registered-permissions.ts';
export { type BusProps, type Lifecycle, type Lifecycles, type WrappedLifecycles, withBus } from './with-bus.ts';
