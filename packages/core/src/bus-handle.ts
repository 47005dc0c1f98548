import type { Bus, ScopeOptions } from './bus.ts';
import { type BusContext, contextKey } from './bus-context.ts';
import { BusError } from './bus-error.ts';
import { assertScopeOptions } from './check-bus-options.ts';
import { createDeadLetters } from './dead-letter-box.ts';
import { inDevelopment } from './development.ts';
import { listContracts } from './hub/catalogue.ts';
import { snapshot } from './hub/metrics.ts';
import { narrowed } from './permissions.ts';
import { emit, knownContract } from './publish/emit.ts';
import { disposeSymbol } from './readable.ts';
import { events } from './receive/events.ts';
import { latest } from './receive/latest.ts';
import { metrics } from './receive/metrics.ts';
import { once } from './receive/once.ts';
import { subscribe } from './receive/subscribe.ts';
import { toTarget } from './receive/target.ts';

/** What a handle is made of; it adds its own end. */
export type BusCore = Omit<BusContext, 'alive' | 'whenDisposed'>;

/** @throws BusError `invalid-source` for what names nobody. */
export function assertSource(source: unknown): void {
  if (typeof source !== 'string' || !source.trim()) throw new BusError('invalid-source', { source });
}

/** Makes the surface that people hold: the same for a bus and for its scopes. */
export function createBusHandle(core: BusCore): Bus {
  const { source, hub, parent, permissions, topics, named } = core;
  if (inDevelopment) assertSource(source);
  const ends = new Set<() => void>();
  let disposed = false;
  const bus: BusContext = {
    ...core,
    alive(action) {
      if (disposed) throw new BusError('disposed', { action, source });
      return bus;
    },
    whenDisposed(end) {
      if (disposed) end();
      else ends.add(end);
      return () => ends.delete(end);
    },
  };
  const dispose = (): void => {
    disposed = true;
    for (const end of ends) {
      ends.delete(end);
      try {
        end();
      } catch (error) {
        // The others have to end all the same.
        core.report(error);
      }
    }
  };
  const scope = ({ source: name = source, ...options }: ScopeOptions): Bus => {
    if (inDevelopment) assertScopeOptions(options, source);
    return createBusHandle({
      ...core,
      source: name,
      parent: bus,
      permissions: narrowed(permissions, options, source),
      topics: name === source ? topics : new Map(),
      named: name === source ? named : new Map(),
    });
  };
  if (parent) bus.whenDisposed(parent.whenDisposed(dispose));
  const surface: Record<keyof Bus | typeof contextKey, unknown> = {
    source,
    hub,
    get disposed() {
      return disposed;
    },
    emit: (contract: never, data: unknown, options?: object) => emit(bus.alive('emit'), contract, data, options),
    on: (asked: never, handler: never, options?: object) =>
      subscribe(bus.alive('on'), toTarget(asked, bus), handler, { ...options }),
    once: async (contract: never, options?: object) => once(bus.alive('once'), contract, { ...options }),
    latest: (asked: never) => latest(bus.alive('latest'), typeof asked === 'string' ? knownContract(bus, asked) : asked),
    events$: (asked: never, options?: object) => events(bus.alive('events$'), toTarget(asked, bus), { ...options }),
    scope: (options?: object) => bus.alive('scope') && scope({ ...options }),
    dispose,
    [disposeSymbol]: dispose,
    deadLetters: createDeadLetters(bus),
    metrics: () => snapshot(hub),
    metrics$: (every = 1_000) => metrics(bus.alive('metrics$'), every),
    contracts: () => listContracts(hub),
    [contextKey]: bus,
  };
  return Object.freeze(surface) as unknown as Bus;
}
