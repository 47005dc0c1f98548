import { report } from '../report.ts';

/** What is needed of a Pinia store. */
export interface PiniaStore<State> {
  readonly $id: string;
  readonly $state: State;
  $subscribe(listener: (mutation: Mutation) => void, options: { readonly detached: true; readonly flush: 'sync' }): () => void;
  $onAction(listener: (call: ActionCall) => void, detached: true): () => void;
}

interface Mutation {
  /** `direct`, or how the store was patched. */
  readonly type: string;
  readonly payload?: unknown;
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

/** An action that has begun, and has come neither to an end nor to an `await` that is known of. */
interface RunningCall<State> {
  readonly before: State;
  /** What changed meanwhile: the patches, and whether there was anything else. */
  readonly patches: unknown[];
  hasDirect: boolean;
}

/** Tells of each change of a store and of who made it. Returns the function that ends it. Never throws into the store. */
export function watchPiniaStore<State>(store: PiniaStore<State>, { getState, changed, tell }: Watcher<State>): () => void {
  const running: RunningCall<State>[] = [];
  let last = getState();

  function onMutation({ type, payload }: Mutation): void {
    const before = last;
    const call = running.at(-1);
    changed();
    if (!call) tell(type === 'direct' ? '$direct' : '$patch', payload, before);
    else if (type === 'direct') call.hasDirect = true;
    else call.patches.push(payload);
    if (!call) last = getState();
  }

  /** Answers whether the action was still running. */
  function leave(call: RunningCall<State>): boolean {
    const index = running.indexOf(call);
    if (index >= 0) running.splice(index, 1);
    last = getState();
    return index >= 0;
  }

  /** What an action changed that does not speak for it. */
  function tellChanges({ before, patches, hasDirect }: RunningCall<State>): void {
    if (hasDirect) tell('$direct', undefined, before);
    for (const payload of patches) tell('$patch', payload, before);
  }

  const leaveUnfinished = (call: RunningCall<State>) => leave(call) && tellChanges(call);

  function onAction({ name, args, after, onError }: ActionCall): void {
    const call = { before: getState(), patches: [], hasDirect: false };
    running.push(call);
    // Queued before the action runs, this comes before whatever the action does after an `await`.
    queueMicrotask(quietly(() => leaveUnfinished(call)));
    onError(quietly(() => leaveUnfinished(call)));
    after(
      quietly(() => {
        leave(call);
        tell(name, args.length > 1 ? args : args[0], call.before);
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
function quietly<Parameters extends unknown[]>(run: (...given: Parameters) => unknown): (...given: Parameters) => void {
  return (...given) => {
    try {
      run(...given);
    } catch (error) {
      report(error);
    }
  };
}
