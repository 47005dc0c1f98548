import type { Bus, BusOptions } from './bus.ts';
import { BusError } from './bus-error.ts';
import { createBusHandle } from './bus-handle.ts';
import { placeStages } from './custom-stages.ts';
import type { AnyEventContract } from './define-event.ts';
import { joinHub, pageHub } from './hub/join-hub.ts';
import { reportToPage } from './hub/report.ts';
import { everything, narrowed } from './permissions.ts';
import { createLanes } from './receive/lanes.ts';
import { createPace } from './receive/pace.ts';
import { createRegistry } from './registry.ts';

/**
 * Makes a micro-frontend's handle to the hub of the page, which every copy of Busbar shares.
 *
 * On a server each call gets a hub of its own unless `hub` names one.
 *
 * @throws BusError `invalid-source`, `invalid-stage`, `contract-conflict`, `protocol-mismatch`.
 * @example
 * const bus = createBus({ source: 'cart' });
 * bus.on(checkout.started, ({ data, source }) => lock(data.total, source));
 * bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2, price: 199.5 });
 */
export function createBus(options: BusOptions): Bus {
  const { source, limits, stages = [], contracts = [] } = options ?? {};
  if (typeof source !== 'string' || source.trim() === '') throw new BusError('invalid-source', { source });
  const placed = placeStages(stages, source);
  const hub = options.hub ?? pageHub(source, limits);
  joinHub(hub, source);
  const registry = createRegistry(hub);
  for (const contract of contracts.flatMap(contractsIn)) registry.topicOf(contract, source);
  return createBusHandle({
    ...placed,
    source,
    hub,
    registry,
    permissions: narrowed(everything, options),
    lanes: createLanes(hub.limits.slice),
    pace: createPace(hub.limits.slice),
    report: (error) => report(options, error),
  }).bus;
}

function contractsIn(entry: NonNullable<BusOptions['contracts']>[number]): AnyEventContract[] {
  return typeof entry.type === 'string' ? [entry as AnyEventContract] : Object.values(entry as Record<string, AnyEventContract>);
}

function report(options: BusOptions, error: BusError): void {
  if (!options.onError) return reportToPage(error);
  try {
    options.onError(error);
  } catch (failure) {
    reportToPage(failure);
  }
}
