import type { LockFile } from '@busbar/governance/lock';
import { cartContracts } from './gallery-cart.ts';
import { checkoutContracts } from './gallery-checkout.ts';
import { profileContracts } from './gallery-profile.ts';
import { shellContracts } from './gallery-shell.ts';

/** Thirteen events in four domains with everything that a catalogue has to show. */
export const galleryLock: LockFile = {
  lockfileVersion: 1,
  contracts: { ...cartContracts, ...checkoutContracts, ...profileContracts, ...shellContracts },
};
