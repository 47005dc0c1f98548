import type { BusEvent } from '@busbar/core';
import { defineProjection, type Projection } from '../../projection/define-projection.ts';
import type { AnySaga } from '../definition/define-saga.ts';
import { foldSagaEvent, migrateSaga } from '../state/fold-saga.ts';
import { type SagaEvent, sagaEvents } from '../state/saga-events.ts';
import type { SagaState } from '../state/saga-state.ts';

/** The instances of a saga by their ids. */
export type SagaStates = Readonly<Record<string, SagaState>>;

/**
 * Makes the projection that shows the instances of a saga, for micro-frontends that watch it and do not run it. They need its
 * name alone; who has the saga itself hands it over, for its `migrate`.
 *
 * @example
 * const orders = project(bus, sagaProjection('placeOrder'));
 * orders.get()['A-17']?.status;
 */
export function sagaProjection(saga: string | AnySaga): Projection<SagaStates> {
  const { name, migrate = {} } = typeof saga === 'string' ? { name: saga } : saga;
  const contracts = Object.values(sagaEvents);
  const fold = (states: SagaStates, event: BusEvent): SagaStates => {
    const { data } = event as SagaEvent;
    if (data.saga !== name) return states;
    const known = Object.hasOwn(states, data.id) ? states[data.id] : undefined;
    const before = known && migrateSaga(known, data.version, migrate);
    const state = foldSagaEvent(before, event as SagaEvent);
    return state && state !== before ? { ...states, [data.id]: state } : states;
  };
  return defineProjection<SagaStates, typeof contracts>(`saga:${name}`, {
    initial: {},
    contracts,
    on: Object.fromEntries(contracts.map(({ type }) => [type, fold])) as never,
  });
}
