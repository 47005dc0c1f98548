import { createContext, runInContext } from 'node:vm';
import type { ForeignGlobals } from './world.ts';

/** The globals of a context of Node's, which is another realm. */
export function foreignContext(): ForeignGlobals {
  return runInContext('globalThis', createContext()) as ForeignGlobals;
}
