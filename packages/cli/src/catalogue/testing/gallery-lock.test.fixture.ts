import type { LockFile } from '@busbar/governance/lock';
import { cartContracts } from './gallery-cart.test.fixture.ts';
import { checkoutContracts } from './gallery-checkout.test.fixture.ts';
import { profileContracts } from './gallery-profile.test.fixture.ts';
import { shellContracts } from './gallery-shell.test.fixture.ts';

/** Thirteen events in four domains with everything that a catalogue has to show. */
export const galleryLock: LockFile = {
  lockfileVersion: 1,
  contracts: { ...cartContracts, ...checkoutContracts, ...profileContracts, ...shellContracts },
};
