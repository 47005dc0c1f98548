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

/** Told why a value is no plain data, where in it, and what was thrown if anything was. Throws. */
export type Refuse = (code: Extract<BusErrorCode, `payload-${string}`>, path: string, cause?: unknown) => never;

/**
 * Copies plain data (objects, arrays, strings, numbers, booleans, bigints, null, undefined) into a deeply frozen tree.
 *
 * Reads each property once, so that a getter cannot answer the schema one thing and the receivers another. Symbol keys
 * are left out, as in JSON. Refuses functions, symbols, cycles, class instances, DOM nodes, properties that throw, the
 * keys `__proto__` and `constructor`, and whatever exceeds the bounds.
 */
export function plainCopy(root: unknown, bounds: CopyBounds, refuse: Refuse): unknown {
  const walk: Walk = { ...bounds, refuse, ancestors: [], path: [] };
  try {
    return copy(root, walk);
  } catch (error) {
    if (walk.refused) throw error;
    return refuseHere(walk, 'unreadable', error);
  }
}

/** A copy on its way: where it stands, and what is left of its bounds. */
interface Walk extends Mutable<CopyBounds> {
  readonly refuse: Refuse;
  refused?: boolean;
  readonly ancestors: object[];
  readonly path: (string | number)[];
}
type Mutable<Bounds> = { -readonly [Bound in keyof Bounds]: Bounds[Bound] };

function refuseHere(walk: Walk, what: string, cause?: unknown): never {
  walk.refused = true;
  return walk.refuse(`payload-${what}` as never, walk.path.join('.'), cause);
}

function spend(text: string, walk: Walk): void {
  walk.bytes -= text.length * 2;
  if (walk.bytes < 0) refuseHere(walk, 'too-large');
}

function copy(value: unknown, walk: Walk): unknown {
  if (--walk.nodes < 0) refuseHere(walk, 'too-many-nodes');
  const kind = typeof value;
  if (kind === 'function' || kind === 'symbol') refuseHere(walk, kind);
  if (kind === 'string') spend(value as string, walk);
  return kind === 'object' && value ? copyObject(value, walk) : value;
}

function copyObject(value: object, walk: Walk): object {
  const { ancestors } = walk;
  if (ancestors.includes(value)) refuseHere(walk, 'cycle');
  if (ancestors.length >= walk.depth) refuseHere(walk, 'too-deep');
  ancestors.push(value);
  const own = Array.isArray(value) ? copyArray(value, walk) : copyRecord(value as Record<string, unknown>, walk);
  ancestors.pop();
  return Object.freeze(own);
}

function copyArray(value: unknown[], walk: Walk): unknown[] {
  // Before it is read: a sparse array can be longer than memory.
  if (value.length > walk.nodes) refuseHere(walk, 'too-many-nodes');
  const own: unknown[] = [];
  for (let index = 0; index < value.length; index++) {
    walk.path.push(index);
    own.push(copy(value[index], walk));
    walk.path.pop();
  }
  return own;
}

function copyRecord(value: Record<string, unknown>, walk: Walk): object {
  // Foreign realms have other prototypes, so plain means: at most one prototype deep.
  const prototype = Object.getPrototypeOf(value);
  if (prototype && Object.getPrototypeOf(prototype)) refuseHere(walk, 'nodeType' in value ? 'dom-node' : 'class-instance');
  const own: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    walk.path.push(key);
    if (key === '__proto__' || key === 'constructor') refuseHere(walk, 'forbidden-key');
    spend(key, walk);
    own[key] = copy(value[key], walk);
    walk.path.pop();
  }
  return own;
}
