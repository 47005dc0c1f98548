'use client';

import type { Bus } from '@busbar/core';
import * as React from 'react';

/** Carries the bus from `BusProvider` to the hooks below it. */
export const BusContext = React.createContext<Bus | undefined>(undefined);
