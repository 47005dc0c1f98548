import { defineProjection, type Projected } from '@busbar/patterns';
import { shell } from 'contracts';
import { injectProjected } from './inject-projected.ts';

const fault = defineProjection('profileFault', {
  initial: false,
  contracts: [shell.faultSwitched],
  on: { 'shell:faultSwitched': (on, { data }) => (data.fault === 'profile-throws' ? data.on : on) },
});

/** Whether somebody switched the profile's fault on. Call it before other projections, so that it knows before they do. */
export function injectFault(): Projected<boolean> {
  return injectProjected(fault);
}
