import type { Bus, BusOptions } from './bus.ts';
import type { BusError } from './bus-error.ts';
import { assertSource, type BusCore, createBusHandle } from './bus-handle.ts';
import { assertBusOptions } from './check-bus-options.ts';
import { placeStages } from './custom-stages.ts';
import type { AnyEventContract } from './define-event.ts';
import { inDevelopment } from './development.ts';
import { joinHub, pageHub } from './hub/join-hub.ts';
import { reportToPage } from './hub/report.ts';
import { isLate } from './is-thenable.ts';
import { narrowed } from './permissions.ts';
import { topicFor } from './registry.ts';

/**
 * Makes a micro-frontend's handle to the hub of the page, which every copy of Busbar shares.
 *
 * On a server each call gets a hub of its own unless `hub` names one.
 *
 * @throws BusError `invalid-source`, `invalid-option`, `invalid-stage`, `contract-conflict`, `protocol-mismatch`.
 * @example
 * const bus = createBus({ source: 'cart' });
 * bus.on(checkout.started, ({ data, source }) => lock(data.total, source));
 * bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2, price: 199.5 });
 */
export function createBus(asked: BusOptions): Bus {
  const options = { ...asked };
  if (inDevelopment) {
    assertSource(options.source);
    assertBusOptions(options);
  }
  const { source, limits, stages = [], contracts = [], onError = reportToPage } = options;
  const hub = options.hub ?? pageHub(limits);
  joinHub(hub, source);
  const core: BusCore = {
    ...placeStages(stages, source),
    source,
    hub,
    permissions: narrowed({ publish: [], subscribe: [] }, options, source),
    parent: undefined,
    topics: new Map(),
    named: new Map(),
    report(error) {
      try {
        isLate(onError(error as BusError), reportToPage);
      } catch (failure) {
        reportToPage(failure);
      }
    },
  };
  for (const entry of contracts) {
    const listed = typeof entry.type === 'string' ? [entry] : Object.values(entry);
    for (const contract of listed) topicFor(core, contract as AnyEventContract);
  }
  return createBusHandle(core);
}
