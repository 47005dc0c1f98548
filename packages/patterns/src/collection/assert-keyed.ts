import { type AnyEventContract, BusError, type Retain } from '@busbar/core';
import { inDevelopment } from '../development.ts';

/** How a contract retains by key. */
export type Keyed = Extract<Retain<unknown>, { readonly last: number }>;

/** How a contract retains by key. @throws BusError `invalid-contract` where it does not. */
export function assertKeyed({ type, retain }: AnyEventContract): Keyed {
  if (typeof retain === 'object' && typeof retain.by === 'function') return retain;
  throw new BusError('invalid-contract', {
    type,
    problem: inDevelopment ? 'a collection needs a contract with retain: { last, by }' : 'retain',
  });
}
