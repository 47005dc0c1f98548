import { type ActionFeed, createActionFeed } from '../action-feed.ts';
import type { StoreAction } from '../store.ts';

/** Tells of what is done to a Zustand store. */
export interface ActionTeller {
  readonly feed: ActionFeed;
  /** Runs a function of the state, and tells of it if it has changed the state; of one that answers with a promise, when that has resolved. */
  act(type: string, given: readonly unknown[], run: () => unknown): unknown;
  /** Sets a state, and tells of it under its name, or as `setState`; not if it is a part of an action that is told. */
  set(name: unknown, given: unknown, run: () => void, isInside: boolean): void;
}

export function createActionTeller(getState: () => unknown): ActionTeller {
  const feed = createActionFeed();
  /** Actions that have begun and not ended, by their types. */
  const running = new Map<string, number>();
  let depth = 0;

  function count(type: string, by: number): void {
    const left = (running.get(ownName(type)) ?? 0) + by;
    if (left > 0) running.set(ownName(type), left);
    else running.delete(ownName(type));
  }

  function act(type: string, given: readonly unknown[], run: () => unknown): unknown {
    if (!feed.heard) return run();
    const action = toAction(type, given);
    const before = getState();
    const end = (isDone: boolean): void => {
      count(action.type, -1);
      const after = getState();
      if (isDone && after !== before) feed.tell(action, { before, after });
    };
    count(action.type, 1);
    const result = runInside(run, end);
    if (result instanceof Promise) return told(result, end);
    end(true);
    return result;
  }

  function runInside(run: () => unknown, end: (isDone: boolean) => void): unknown {
    depth++;
    try {
      return run();
    } catch (error) {
      end(false);
      throw error;
    } finally {
      depth--;
    }
  }

  function set(name: unknown, given: unknown, run: () => void, isInside: boolean): void {
    const action = toNamed(name, given);
    const isPart = action ? running.has(ownName(action.type)) : isInside || depth > 0;
    if (!feed.heard || isPart) return run();
    const before = getState();
    run();
    feed.tell(action ?? { type: 'setState', payload: asPayload(given) }, { before, after: getState() });
  }

  return { feed, act, set };
}

/** Of `cart/addItem`, `addItem`: what the function is called that names its `set` so. */
function ownName(type: string): string {
  return type.slice(type.lastIndexOf('/') + 1);
}

/** What the caller is given settles as the action does, and is as unhandled if nobody handles it. */
function told(result: Promise<unknown>, end: (isDone: boolean) => void): Promise<unknown> {
  return result.then(
    (value) => {
      end(true);
      return value;
    },
    (error) => {
      end(false);
      throw error;
    },
  );
}

/** The `dispatch` of Zustand's own redux middleware is given an action. */
function toAction(type: string, given: readonly unknown[]): StoreAction {
  if (type === 'dispatch' && isAction(given[0])) return given[0];
  return { type, payload: given.length > 1 ? given : given[0] };
}

/** Names as the devtools middleware takes them: a text, or an action. */
function toNamed(name: unknown, given: unknown): StoreAction | undefined {
  if (typeof name === 'string') return { type: name, payload: asPayload(given) };
  return isAction(name) ? name : undefined;
}

function isAction(value: unknown): value is StoreAction {
  return typeof (value as Partial<StoreAction> | null | undefined)?.type === 'string';
}

function asPayload(given: unknown): unknown {
  return typeof given === 'function' ? undefined : given;
}
