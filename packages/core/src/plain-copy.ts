import type { BusErrorCode } from './bus-error.ts';

/** How large a payload may be. */
export interface CopyBounds {
  /** Levels of objects and arrays. */
  readonly depth: number;
  /** Objects, arrays and values. */
  readonly nodes: number;
  /** Bytes of all texts and keys, two for each UTF-16 unit. */
  readonly bytes: number;
}

/** Why a value is no plain data, where in it, and what was thrown if anything was. */
export class Refusal {
  readonly code: Extract<BusErrorCode, `payload-${string}`>;
  readonly cause: unknown;
  /** Found while the copies are left one by one, from the inside out: noting it on the way would cost each payload. */
  readonly path: (string | number)[] = [];

  constructor(what: string, cause?: unknown) {
    this.code = `payload-${what}` as never;
    this.cause = cause;
  }
}

// On the way through an object it costs nothing, unlike `Object.hasOwn`.
const { hasOwnProperty: hasOwn } = Object.prototype;

/** What is left of the bounds on size. */
type Budget = Mutable<Pick<CopyBounds, 'nodes' | 'bytes'>>;
type Mutable<Bounds> = { -readonly [Bound in keyof Bounds]: Bounds[Bound] };

/** An object that another one lies in which is being copied. */
interface Level {
  readonly object: object;
  readonly outer: Level | undefined;
}

/**
 * Copies plain data (objects, arrays, strings, numbers, booleans, bigints, null, undefined) into a deeply frozen tree.
 *
 * Reads each property once, so that a getter cannot answer the schema one thing and the receivers another. Symbol keys
 * are left out, as in JSON. Refuses functions, symbols, cycles, class instances, DOM nodes, properties that throw, the
 * keys `__proto__` and `constructor`, and whatever is too deep or exceeds the budget, if there is one.
 *
 * @throws Refusal
 */
export function plainCopy(root: unknown, depth: number, budget?: Budget): unknown {
  try {
    return copy(root, undefined, undefined, depth, budget);
  } catch (error) {
    throw refusalAt(undefined, error);
  }
}

function refusalAt(key: string | number | undefined, error: unknown): Refusal {
  const refusal = error instanceof Refusal ? error : new Refusal('unreadable', error);
  if (key !== undefined) refusal.path.unshift(key);
  return refusal;
}

function spend(budget: Budget, text: string): void {
  budget.bytes -= text.length * 2;
  if (budget.bytes < 0) throw new Refusal('too-large');
}

/** `object` is what the value lies in, `outer` what that lies in. Most payloads are flat, and need no list of levels. */
function copy(
  value: unknown,
  object: object | undefined,
  outer: Level | undefined,
  depth: number,
  budget: Budget | undefined,
): unknown {
  if (budget && --budget.nodes < 0) throw new Refusal('too-many-nodes');
  const kind = typeof value;
  if (kind === 'function' || kind === 'symbol') throw new Refusal(kind);
  if (budget && kind === 'string') spend(budget, value as string);
  return kind === 'object' && value ? copyObject(value, object && { object, outer }, depth, budget) : value;
}

function copyObject(value: object, outer: Level | undefined, depth: number, budget: Budget | undefined): object {
  for (let level = outer; level; level = level.outer) if (level.object === value) throw new Refusal('cycle');
  if (depth <= 0) throw new Refusal('too-deep');
  return Object.freeze(
    Array.isArray(value)
      ? copyArray(value, outer, depth - 1, budget)
      : copyRecord(value as Record<string, unknown>, outer, depth - 1, budget),
  );
}

function copyArray(value: unknown[], outer: Level | undefined, depth: number, budget: Budget | undefined): unknown[] {
  const { length } = value;
  // Before it is read: a sparse array can be longer than memory.
  if (budget && length > budget.nodes) throw new Refusal('too-many-nodes');
  const own: unknown[] = [];
  let index = 0;
  try {
    for (; index < length; index++) own.push(copy(value[index], value, outer, depth, budget));
  } catch (error) {
    throw refusalAt(index, error);
  }
  return own;
}

function copyRecord(value: Record<string, unknown>, outer: Level | undefined, depth: number, budget: Budget | undefined): object {
  // Foreign realms have other prototypes, so plain means: at most one prototype deep.
  const prototype = Object.getPrototypeOf(value);
  if (prototype && prototype !== Object.prototype && Object.getPrototypeOf(prototype)) {
    throw new Refusal('nodeType' in value ? 'dom-node' : 'class-instance');
  }
  const own: Record<string, unknown> = {};
  let reading: string | undefined;
  try {
    for (const key in value) {
      if (!hasOwn.call(value, key)) continue;
      reading = key;
      if (key === '__proto__' || key === 'constructor') throw new Refusal('forbidden-key');
      if (budget) spend(budget, key);
      own[key] = copy(value[key], value, outer, depth, budget);
      reading = undefined;
    }
  } catch (error) {
    throw refusalAt(reading, error);
  }
  return own;
}
