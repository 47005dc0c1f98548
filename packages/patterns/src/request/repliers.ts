import type { Bus, Hub } from '@busbar/core';
import type { Failure } from './failure.ts';
import type { AnyRequestContract } from './request-contract.ts';

/** Somebody who waits for answers, as repliers see them. */
export interface Asker {
  /** Tells what no event can: that a replier is gone, or cannot emit its answer. Of a certain request, where one is named. */
  fail(replier: number, failure: Failure, request?: string): void;
}

/** Somebody who replies. */
export interface Replier {
  /** The id of its subscription. */
  readonly id: number;
  readonly source: string;
  /** Those who wait for its answers. */
  readonly askers: Set<Asker>;
  /** Tells what no event can: that nobody wants the answer to a request any more. */
  abandon(request: string): void;
}

/** Who replies on a page, and who waits for somebody to come; by the name of the event that asks. */
interface Repliers {
  readonly present: Map<string, Set<Replier>>;
  readonly waiting: Map<string, Set<(replier: Replier) => void>>;
}

/** Where a hub has them. Plain data that all copies of this package on a page share: fields are added, never changed or removed. */
const key = Symbol.for('busbar.repliers');

/** Those who reply to a request now, the longest there first. */
export function repliersOf({ hub }: Bus, { requested }: AnyRequestContract): Replier[] {
  return [...(registry(hub).present.get(requested.type) ?? [])];
}

/** Makes a replier known; what it answers takes it back. */
export function joinRepliers({ hub }: Bus, { requested: { type } }: AnyRequestContract, replier: Replier): () => void {
  const { present, waiting } = registry(hub);
  const leave = put(present, type, replier);
  for (const come of [...(waiting.get(type) ?? [])]) come(replier);
  return leave;
}

/** Calls back when somebody comes who replies; what it answers takes it back. */
export function awaitReplier({ hub }: Bus, { requested }: AnyRequestContract, come: (replier: Replier) => void): () => void {
  return put(registry(hub).waiting, requested.type, come);
}

function registry(hub: Hub): Repliers {
  const page = hub as Hub & { [key]?: Repliers };
  page[key] ??= { present: new Map(), waiting: new Map() };
  return page[key];
}

function put<Value>(sets: Map<string, Set<Value>>, type: string, value: Value): () => void {
  const set = sets.get(type) ?? new Set();
  sets.set(type, set.add(value));
  return () => {
    set.delete(value);
    if (set.size === 0 && sets.get(type) === set) sets.delete(type);
  };
}
