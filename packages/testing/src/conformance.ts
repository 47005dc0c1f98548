export { type AdapterCase, adapterConformance, type ConformanceOptions } from './conformance/adapter-conformance.ts';
export type { AdapterDriver, ComponentSetup, Look, MountedComponent } from './conformance/adapter-driver.ts';
export type { OptionalVerb } from './conformance/conformance-case.ts';
