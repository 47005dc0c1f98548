import { createBus } from '@busbar/core';

export const bus = createBus({ source: 'store' });
