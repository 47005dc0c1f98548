import { type AnyEventContract, type Bus, BusError, type InputOf, report } from '@busbar/core';
import { payloadOf } from './payload-of.ts';
import type { StatesAround, Store, StoreAction } from './store.ts';
import './strangler-errors.ts';

/** How an action becomes an event. */
export interface BesideEntry<Contract extends AnyEventContract, State = unknown> {
  readonly event: Contract;
  /** Makes the payload. `undefined`: there is no event this time. Default: the payload of the action, or its fields where it has none. */
  data?(action: StoreAction, states: StatesAround<State>): InputOf<Contract> | undefined;
}

/** What becomes of actions, by their types: a contract, where the payload of the action is that of the event, or an entry. */
export type BesideMap<Contracts extends Record<string, AnyEventContract>, State = unknown> = {
  readonly [Type in keyof Contracts]: Contracts[Type] | BesideEntry<Contracts[Type], State>;
};

export interface EmitBesideOptions {
  /**
   * Told of each action that did not become an event, `action-not-emitted`. Default: the `onError` of the bus, for the
   * first failure of each action and each reason.
   */
  onError?(error: BusError<'action-not-emitted'>): void;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/**
 * Emits an event for each action that the map names, in the order in which the store took them, right after it has. Handlers
 * run later, as always.
 *
 * The store is never hurt: what goes wrong here is told to `onError`, and the dispatch goes on. Ends with the bus. Returns the
 * function that ends it earlier.
 *
 * @throws BusError `invalid-option` for an entry of the map that names no contract.
 *
 * @example
 * emitBeside(reduxStore(store), bus, {
 *   'cart/addItem': cart.itemAdded,
 *   'cart/setQuantity': {
 *     event: cart.quantityChanged,
 *     data: ({ payload }: PayloadAction<Line>, { after }) => ({ ...payload, total: after.cart.total }),
 *   },
 * });
 */
export function emitBeside<State, Contracts extends Record<string, AnyEventContract>>(
  store: Store<State>,
  bus: Bus,
  map: BesideMap<Contracts, State>,
  options: EmitBesideOptions = {},
): () => void {
  const entries = new Map(Object.entries(map).map(([action, given]) => [action, toEntry<State>(action, given as never, bus)]));
  const fail = options.onError?.bind(options) ?? reportFirst(bus);

  function emit(action: StoreAction, states: StatesAround<State>): void {
    if (bus.disposed) return stop();
    const entry = entries.get(action.type);
    if (!entry) return;
    try {
      const data = entry.data ? entry.data(action, states) : payloadOf(action);
      if (data !== undefined || !entry.data) bus.emit(entry.event, data);
    } catch (cause) {
      fail(notEmitted(action, entry.event, bus, cause));
    }
  }

  function stop(): void {
    end();
    options.signal?.removeEventListener('abort', stop);
  }

  const end = options.signal?.aborted ? () => {} : store.actions(emit);
  options.signal?.addEventListener('abort', stop);
  return stop;
}

function toEntry<State>(
  action: string,
  given: Partial<AnyEventContract & BesideEntry<AnyEventContract, State>> | undefined,
  { source }: Bus,
) {
  const entry = given && typeof given === 'object' && 'event' in given ? given : { event: given };
  if (typeof entry.event?.type === 'string') return entry as BesideEntry<AnyEventContract, State>;
  throw new BusError('invalid-option', {
    option: `map['${action}']`,
    given,
    expected: 'a contract, or `{ event, data }`',
    source,
  });
}

function notEmitted({ type: action }: StoreAction, { type }: AnyEventContract, { source }: Bus, cause: unknown) {
  const why = cause instanceof Error ? cause.message : String(cause);
  const message = `The action "${action}" was taken by the store, but "${source}" did not emit "${type}" beside it: ${why}`;
  return new BusError('action-not-emitted', { message, action, type, source }, cause);
}

/** A mistake in the map is made with every action; to be told once is enough. */
function reportFirst(bus: Bus): (error: BusError<'action-not-emitted'>) => void {
  const told = new Set<string>();
  return (error) => {
    const { action, type } = error.details;
    const what = `${action} ${type} ${(error.cause as Partial<BusError> | undefined)?.code}`;
    if (told.has(what)) return;
    told.add(what);
    report(bus, error);
  };
}
