export { createHost, type ElementController, type ElementHost } from './create-host.ts';
