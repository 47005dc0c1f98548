'use client';

import type { Bus } from '@busbar/core';
import { createContext } from 'react';

/** Carries the bus from `BusProvider` to the hooks below it. */
export const BusContext = createContext<Bus | undefined>(undefined);
