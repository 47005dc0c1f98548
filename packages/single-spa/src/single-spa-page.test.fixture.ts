import { type Bus, createBus, createHub, defineEvent, type ScopeOptions } from '@busbar/core';
import { addErrorHandler, registerApplication, removeErrorHandler, start, triggerAppChange } from 'single-spa';
import { afterEach, beforeAll } from 'vitest';
import * as z from 'zod';
import { type Lifecycles, withBus } from './with-bus.ts';

export const pinged = defineEvent('test:pinged', { version: 1, schema: z.object({ from: z.string() }) });

const active = new Set<string>();
let registered = 0;

/** Starts single-spa, and takes every application off the page after each test. */
export function startSingleSpa(): void {
  beforeAll(() => start());
  afterEach(() => show());
}

/** Has single-spa mount these applications and unmount all others. */
export async function show(...names: string[]): Promise<void> {
  active.clear();
  for (const name of names) active.add(name);
  await triggerAppChange();
}

/** Registers an application under a new name, shown by `show` or when the page has that hash, and returns the name. */
export function register(
  lifecycles: Partial<Lifecycles<object>>,
  host: { bus?: Bus; hash?: string } = {},
  options?: ScopeOptions,
): string {
  const { name, activeWhen } = showable(host.hash);
  const nothing = async () => {};
  const app = async () => withBus({ mount: nothing, unmount: nothing, ...lifecycles }, options);
  registerApplication({ name, app, activeWhen, customProps: host.bus ? { bus: host.bus } : {} });
  return name;
}

/** A new name, and when the application of that name is to be shown. */
export function showable(shownAt?: string): { name: string; activeWhen(location: Pick<Location, 'hash'>): boolean } {
  const name = `app-${++registered}`;
  return { name, activeWhen: ({ hash }) => active.has(name) || hash === shownAt };
}

/** The bus of a host, on a hub of its own. */
export function createHostBus(): Bus {
  return createBus({ source: 'host', hub: createHub() });
}

/** Runs something and returns what single-spa reports meanwhile. */
export async function errorsDuring(run: () => Promise<void>): Promise<string[]> {
  const messages: string[] = [];
  const handler = (error: Error) => messages.push(error.message);
  addErrorHandler(handler);
  await run();
  removeErrorHandler(handler);
  return messages;
}
