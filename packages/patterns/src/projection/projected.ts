import type { BusEvent, Readable } from '@busbar/core';
import type { Observable } from 'rxjs';

/** How far the events of a state go: for a history that gives what came after. */
export interface Position {
  /** The id of the event that came last, redriven ones aside. */
  readonly id: string;
  /** When it was emitted, in milliseconds since the Unix epoch. */
  readonly time: number;
  /** The `sequence` up to which events of a page are in the state, and what the ids of that page begin with. */
  readonly page?: { readonly prefix: string; readonly sequence: number };
}

/** A state to begin with another time. Plain data: JSON keeps it if it keeps the state. */
export interface Snapshot<State = unknown> {
  /** The projection that it is of, and its version then. */
  readonly name: string;
  readonly version: number;
  readonly state: State;
  /** Absent before the first event. */
  readonly position?: Position;
  /** The newest keys (`idempotencykey`, else `id`) of events that may come a second time by another way. */
  readonly keys: readonly string[];
}

/** Events of before, the oldest first. Those that the projection has no fold for are passed over. */
export type Events = Iterable<BusEvent> | AsyncIterable<BusEvent>;

/**
 * Where a projection gets the events of before from: events that can be iterated over, or a function that is asked each time.
 *
 * The function is told after which position, where there is a snapshot; it may give more. What is in the state is not
 * folded again. What can be read once only, such as a generator, serves no `rebuild`, which rejects with `invalid-option`:
 * give a function that makes another.
 */
export type History = Events | ((after?: Position) => Events | PromiseLike<Events>);

/** How a projection lives on a bus. */
export interface ProjectOptions {
  /** The events of before. Default: what the contracts retain, folded before `project` returns. */
  readonly history?: History;
  /** What to begin with, from `snapshot()` of another time. `undefined`: nothing. */
  readonly snapshot?: Snapshot | undefined;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/** How a selection is made. */
export interface SelectOptions<Selection> {
  /** Answers whether two selections are the same to those who read it; the former one is kept then. Default `Object.is`. */
  compare?(previous: Selection, next: Selection): boolean;
}

/** What a selection is made from: a part of the state, or another readable value. */
export type SelectionInput<State, Value = unknown> = ((state: State) => Value) | Readable<Value>;

/** What inputs give, in their order. */
export type InputValues<Inputs extends readonly unknown[]> = {
  [Index in keyof Inputs]: Inputs[Index] extends (state: never) => infer Value
    ? Value
    : Inputs[Index] extends Readable<infer Value>
      ? Value
      : never;
};

/** State that follows the events of a bus. What adapters' `useProjection` takes. */
export interface Projected<State> extends Readable<State> {
  /** The states: the one there is at once, then each that observers are told of. Completes when the projection or its bus ends. */
  readonly state$: Observable<State>;
  /** Resolves once the history is folded, or when the projection ends; rejects with `history-failed`. Renewed by `rebuild`. */
  readonly ready: Promise<void>;
  /** How far its events go; `undefined` before the first. */
  readonly position: Position | undefined;
  /** A part of the state, or what is made of it, as a readable that changes only when that does. Computed when it is read, and once for each state. */
  select<Selection>(selector: (state: State) => Selection, options?: SelectOptions<Selection>): Readable<Selection>;
  /** What `combine` makes of several parts or readables; asked again only when one of them is another. */
  select<const Inputs extends readonly SelectionInput<State>[], Selection>(
    inputs: Inputs,
    combine: (...values: InputValues<Inputs>) => Selection,
    options?: SelectOptions<Selection>,
  ): Readable<Selection>;
  /** What to begin with another time. */
  snapshot(): Snapshot<State>;
  /** Makes the state anew from the given history, else its own, without the snapshot. The former state stays until the new one is there; events that come meanwhile wait. */
  rebuild(history?: History): Promise<void>;
  /** Ends it; the state stays what it is. */
  stop(): void;
}
