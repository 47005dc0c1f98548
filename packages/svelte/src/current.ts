import { createSubscriber } from 'svelte/reactivity';
import { haveSameItems } from './follow.ts';
import { type MaybeGetter, read } from './maybe-getter.ts';

/** A value that changes; effects and templates that read it are run again. */
export interface Current<Value> {
  readonly current: Value;
}

/** A value that changes, as far as it takes to show it. */
export interface Source {
  get(): unknown;
  subscribe(observer: () => void): () => void;
}

/** How somebody looks at a value. */
export interface Look {
  readonly initial?: unknown;
  select?(value: unknown): unknown;
  compare?(previous: unknown, next: unknown): boolean;
}

/** What was picked, in an object of its own for each time that it differed. */
interface Picked {
  readonly selection: unknown;
}

/**
 * What a look makes of a value that changes: the same for as long as `compare` finds no difference. It is observed only while
 * an effect or a template reads it, so it needs no owner.
 *
 * @param inputs what the source depends on; another one is opened when one of these is another.
 */
export function currentOf<Inputs extends [unknown, ...unknown[]], Value>(
  inputs: () => Inputs,
  open: (...inputs: Inputs) => Source,
  options: MaybeGetter<Look>,
): Current<Value> {
  let opened: Inputs | undefined;
  let source: Source;
  let subscribe: () => void;
  let kept: Picked | undefined;
  const turnTo = (now: Inputs): void => {
    if (opened && haveSameItems(now, opened)) return;
    opened = now;
    const from = open(...now);
    source = from;
    subscribe = createSubscriber((update) => observe(from, () => pick(from), update));
  };
  const pick = (from: Source): Picked => {
    const { initial, select = (value: unknown) => value, compare = Object.is } = read(options);
    const latest = from.get();
    const selection = select(latest === undefined ? initial : latest);
    if (!kept || !compare(kept.selection, selection)) kept = { selection };
    return kept;
  };
  // What is to be kept for later readers is kept from now on.
  turnTo(inputs());
  return {
    get current() {
      turnTo(inputs());
      subscribe();
      return pick(source).selection as Value;
    },
  };
}

/** Tells when something else than before is picked. What picking throws is for those to see who read the value. */
function observe(source: Source, pick: () => Picked, tell: () => void): () => void {
  let told: unknown;
  const look = (): void => {
    try {
      told = pick();
    } catch {
      told = {};
    }
  };
  const end = source.subscribe(() => {
    const before = told;
    look();
    if (before && before !== told) tell();
  });
  look();
  return end;
}
