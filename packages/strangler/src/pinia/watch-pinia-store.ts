import { report } from '../report.ts';

/** What is needed of a Pinia store. */
export interface PiniaStore<State> {
  readonly $id: string;
  readonly $state: State;
  $subscribe(
    listener: (mutation: { readonly type: string; readonly payload?: unknown }) => void,
    options: { readonly detached: true; readonly flush: 'sync' },
  ): () => void;
  $onAction(listener: (call: ActionCall) => void, detached: true): () => void;
}

interface ActionCall {
  readonly name: string;
  readonly args: readonly unknown[];
  after(callback: () => void): void;
  onError(callback: () => void): void;
}

interface Watcher<State> {
  getState(): State;
  /** The state is another one now. */
  changed(): void;
  /** Something was done that began with that state. */
  tell(name: string, payload: unknown, before: State): void;
}

/** Tells of each change of a store and of who made it. Returns the function that ends it. Never throws into the store. */
export function watchPiniaStore<State>(store: PiniaStore<State>, { getState, changed, tell }: Watcher<State>): () => void {
  /** Those actions that have begun and have come neither to an end nor to an `await`. */
  const running = new Set<{ hasChanged: boolean }>();
  let last = getState();

  function onMutation({ type, payload }: { readonly type: string; readonly payload?: unknown }): void {
    const before = last;
    changed();
    if (running.size > 0) for (const call of running) call.hasChanged = true;
    else tell(type === 'direct' ? '$direct' : '$patch', payload, before);
    if (running.size === 0) last = getState();
  }

  function onAction({ name, args, after, onError }: ActionCall): void {
    const before = getState();
    const call = { hasChanged: false };
    const leave = () => {
      running.delete(call);
      last = getState();
    };
    running.add(call);
    // Queued before the action runs, this comes before whatever the action does after an `await`.
    queueMicrotask(quietly(leave));
    after(
      quietly(() => {
        leave();
        tell(name, args.length > 1 ? args : args[0], before);
      }),
    );
    onError(
      quietly(() => {
        leave();
        if (call.hasChanged) tell('$direct', undefined, before);
      }),
    );
  }

  const ends = [
    store.$subscribe(quietly(onMutation), { detached: true, flush: 'sync' }),
    store.$onAction(quietly(onAction), true),
  ];
  return () => {
    for (const end of ends) end();
  };
}

/** What goes wrong in watching is reported, and is no trouble of the store. */
function quietly<Parameters extends unknown[]>(run: (...given: Parameters) => void): (...given: Parameters) => void {
  return (...given) => {
    try {
      run(...given);
    } catch (error) {
      report(error);
    }
  };
}
