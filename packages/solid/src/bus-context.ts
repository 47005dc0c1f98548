import type { Bus } from '@busbar/core';
import { type Accessor, createContext } from 'solid-js';

/** Carries the bus from `BusProvider` to everything below it. */
export const BusContext = createContext<Accessor<Bus>>();
