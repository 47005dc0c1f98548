import type { Bus, ScopeOptions } from './bus.ts';
import type { BusContext } from './bus-context.ts';
import { BusError } from './bus-error.ts';
import { createDeadLetters } from './dead-letter-box.ts';
import { inDevelopment } from './development.ts';
import { listContracts } from './hub/catalogue.ts';
import { snapshot } from './hub/metrics.ts';
import { narrowed } from './permissions.ts';
import { emit } from './publish/emit.ts';
import { disposeSymbol } from './readable.ts';
import { events } from './receive/events.ts';
import { latest } from './receive/latest.ts';
import { once } from './receive/once.ts';
import { subscribe } from './receive/subscribe.ts';
import { toTarget } from './receive/target.ts';

/** What a bus and the scopes made from it have in common. */
export type BusCore = Omit<BusContext, 'assertAlive' | 'whenDisposed'>;

/** @throws BusError `invalid-source` for what names nobody. */
export function assertSource(source: unknown): void {
  if (typeof source !== 'string' || !source.trim()) throw new BusError('invalid-source', { source });
}

/** Makes the surface that people hold: the same for a bus and for its scopes. */
export function createBusHandle(core: BusCore, parent?: BusContext): Bus {
  const { source, hub } = core;
  if (inDevelopment) assertSource(source);
  const ends = new Set<() => void>();
  let disposed = false;
  const context: BusContext = {
    ...core,
    assertAlive(action) {
      if (disposed) throw new BusError('disposed', { action, source });
    },
    whenDisposed(end) {
      ends.add(end);
      if (disposed) end();
      return () => ends.delete(end);
    },
  };
  const alive = (action: string): BusContext => {
    context.assertAlive(action);
    return context;
  };
  const dispose = (): void => {
    disposed = true;
    for (const end of ends) end();
  };
  if (parent) context.whenDisposed(parent.whenDisposed(dispose));
  const surface: Record<keyof Bus, unknown> = {
    source,
    hub,
    get disposed() {
      return disposed;
    },
    emit: (contract: never, data: unknown, options?: object) => emit(alive('emit'), contract, data, options),
    on: (asked: never, handler: never, options?: object) =>
      subscribe(alive('on'), toTarget(asked, context), handler, options ?? {}),
    once: async (contract: never, options = {}) => once(alive('once'), contract, options),
    latest: (contract: never) => latest(alive('latest'), contract),
    events$: (asked: never, options = {}) => events(alive('events$'), toTarget(asked, context), options),
    scope: (options: ScopeOptions = {}) =>
      createBusHandle(
        { ...core, source: options.source ?? source, permissions: narrowed(core.permissions, options, source) },
        alive('scope'),
      ),
    dispose,
    [disposeSymbol]: dispose,
    deadLetters: createDeadLetters(context),
    metrics: () => snapshot(hub),
    contracts: () => listContracts(hub),
  };
  return Object.freeze(surface) as unknown as Bus;
}
