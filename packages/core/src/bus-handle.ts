import type { Bus, ScopeOptions } from './bus.ts';
import type { BusContext } from './bus-context.ts';
import { BusError } from './bus-error.ts';
import { createDeadLetters } from './dead-letter-box.ts';
import { createEnding } from './ending.ts';
import { listContracts } from './hub/catalogue.ts';
import { snapshot } from './hub/metrics.ts';
import { narrowed } from './permissions.ts';
import { emit } from './publish/emit.ts';
import { events } from './receive/events.ts';
import { latest } from './receive/latest.ts';
import { once } from './receive/once.ts';
import { subscribe } from './receive/subscribe.ts';
import { toTarget } from './receive/target.ts';
import type { Registry } from './registry.ts';

/** What a bus and the scopes made from it have in common. */
export type BusCore = Omit<BusContext, 'topicOf' | 'contractNamed' | 'whenDisposed'> & { readonly registry: Registry };

/** Makes the surface that people hold: the same for a bus and for its scopes. */
export function createBusHandle(core: BusCore): { readonly bus: Bus; readonly context: BusContext } {
  const { source, hub, registry } = core;
  const ending = createEnding();
  const context: BusContext = {
    ...core,
    topicOf: (contract) => registry.topicOf(contract, source),
    contractNamed: registry.contractNamed,
    whenDisposed: ending.whenDisposed,
  };
  const alive = (action: string): BusContext => {
    if (ending.ended) throw new BusError('disposed', { action, source });
    return context;
  };
  const surface: Record<keyof Omit<Bus, typeof Symbol.dispose>, unknown> = {
    source,
    hub,
    disposed: false,
    emit: (contract: never, data: unknown, options?: object) => emit(alive('emit'), contract, data, options),
    on: (asked: never, handler: never, options = {}) => subscribe(alive('on'), toTarget(asked, context), handler, options),
    once: async (contract: never, options = {}) => once(alive('once'), contract, options),
    latest: (contract: never) => latest(alive('latest'), contract),
    events$: (asked: never, options = {}) => events(alive('events$'), toTarget(asked, context), options),
    scope: (options?: ScopeOptions) => createScope(core, alive('scope'), options),
    dispose: ending.end,
    deadLetters: createDeadLetters(context),
    metrics: () => snapshot(hub),
    contracts: () => listContracts(hub),
  };
  Object.defineProperties(surface, {
    disposed: { get: () => ending.ended },
    [Symbol.dispose ?? Symbol.for('Symbol.dispose')]: { value: ending.end },
  });
  return { bus: Object.freeze(surface) as unknown as Bus, context };
}

function createScope(core: BusCore, parent: BusContext, options: ScopeOptions = {}): Bus {
  const source = options.source ?? core.source;
  if (typeof source !== 'string' || source.trim() === '') throw new BusError('invalid-source', { source });
  const { bus, context } = createBusHandle({ ...core, source, permissions: narrowed(core.permissions, options) });
  context.whenDisposed(parent.whenDisposed(bus.dispose));
  return bus;
}
