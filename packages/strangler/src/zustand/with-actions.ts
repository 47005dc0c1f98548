import type { StateCreator, StoreMutatorIdentifier } from 'zustand/vanilla';
import { createActionTeller } from './action-teller.ts';
import { observeStore } from './observe-store.ts';

type Mutators = [StoreMutatorIdentifier, unknown][];
type AnySet = (given: unknown, replace?: boolean, name?: unknown) => void;

/**
 * Lets a Zustand store tell of its actions from its first moment on, those among them that only the names of `set` say (its third
 * argument, as for the devtools middleware). Put it inside of all other middleware.
 *
 * @example
 * const useCart = create<Cart>()(devtools(persist(withActions((set) => ({ … })), { name: 'cart' })));
 */
export function withActions<State, Before extends Mutators = [], After extends Mutators = []>(
  creator: StateCreator<State, Before, After>,
): StateCreator<State, Before, After> {
  const create: StateCreator<State> = (set, get, api) => {
    const teller = createActionTeller(get);
    const own: AnySet = (given, replace, name) => teller.set(name, given, () => (set as AnySet)(given, replace, name), true);
    // Whoever is given the store sets its state from outside, and is told of as such.
    const wrap = observeStore(api as never, teller);
    const state = (creator as unknown as StateCreator<State>)(own as typeof set, get, api);
    return { ...state, ...wrap(state) };
  };
  return create as unknown as StateCreator<State, Before, After>;
}
