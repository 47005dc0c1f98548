export type { AdapterDriver, ComponentSetup, MountedComponent } from './conformance/adapter-driver.ts';
