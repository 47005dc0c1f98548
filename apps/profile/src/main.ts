import { withBus } from '@busbar/single-spa';
import { profileLifecycles } from './profile-lifecycles.ts';

const lifecycles = withBus(profileLifecycles(), {
  publish: ['profile:*'],
  subscribe: ['checkout:*', 'shell:faultSwitched'],
});

export const { bootstrap, init, mount, unmount } = lifecycles;
