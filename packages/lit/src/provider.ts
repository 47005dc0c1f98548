export { busContext } from './bus-context.ts';
export { provideBus } from './provide-bus.ts';
