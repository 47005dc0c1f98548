import { type AnyEventContract, adopt, type BusEvent, createBus, createHub } from '@busbar/core';

const unbounded = { depth: Infinity, nodes: Infinity, bytes: Infinity, hops: Infinity };

/**
 * The event as a subscriber with that contract is given it: cast, where it has another version.
 *
 * @throws BusError `cast-failed`, `invalid-payload` where such a subscriber would miss it.
 */
export function readAs(contract: AnyEventContract, event: BusEvent): BusEvent {
  if (event.dataversion === contract.version) return event;
  const hub = createHub({ limits: unbounded });
  const { data, dataversion } = adopt(createBus({ source: 'playwright', hub, contracts: [contract] }), event)!;
  return { ...event, data, dataversion };
}
