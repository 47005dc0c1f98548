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

/** Why a value is no plain data: thrown by `plainCopy`, turned into a BusError by whoever knows the event. */
export class CopyRefusal extends Error {
  readonly code: Extract<BusErrorCode, `payload-${string}`>;
  readonly path: string;

  constructor(code: CopyRefusal['code'], path: string, cause?: unknown) {
    super(code, { cause });
    this.code = code;
    this.path = path;
  }
}

interface Walk {
  readonly bounds: CopyBounds;
  nodes: number;
  bytes: number;
  readonly ancestors: object[];
  readonly keys: (string | number)[];
}

/**
 * Copies plain data (objects, arrays, strings, numbers, booleans, bigints, null, undefined) into a deeply frozen tree.
 *
 * Reads each property once, so that a getter cannot answer the schema one thing and the receivers another.
 *
 * @throws CopyRefusal for functions, symbols, cycles, class instances, DOM nodes, properties that throw, the keys
 * `__proto__` and `constructor`, and whatever exceeds the bounds.
 */
export function plainCopy(value: unknown, bounds: CopyBounds): unknown {
  const walk: Walk = { bounds, nodes: 0, bytes: 0, ancestors: [], keys: [] };
  return copyValue(value, walk);
}

function copyValue(value: unknown, walk: Walk): unknown {
  if (++walk.nodes > walk.bounds.nodes) refuse('payload-too-many-nodes', walk);
  switch (typeof value) {
    case 'object':
      return value === null ? null : copyObject(value, walk);
    case 'string':
      countBytes(value, walk);
      return value;
    case 'function':
      return refuse('payload-function', walk);
    case 'symbol':
      return refuse('payload-symbol', walk);
    default:
      return value;
  }
}

function copyObject(value: object, walk: Walk): object {
  const { ancestors } = walk;
  if (ancestors.includes(value)) refuse('payload-cycle', walk);
  if (ancestors.length >= walk.bounds.depth) refuse('payload-too-deep', walk);
  ancestors.push(value);
  const copy = shallowCopy(value, walk) as Record<string, unknown>;
  for (const key of Object.keys(copy)) {
    const child = copy[key];
    walk.keys.push(key);
    if (key === '__proto__' || key === 'constructor') refuse('payload-forbidden-key', walk);
    countBytes(key, walk);
    const childCopy = copyValue(child, walk);
    if (childCopy !== child) copy[key] = childCopy;
    walk.keys.pop();
  }
  ancestors.pop();
  return Object.freeze(copy);
}

/** Reads every property, once. Foreign realms have other prototypes, so plain means: at most one prototype deep. */
function shallowCopy(value: object, walk: Walk): object {
  try {
    if (Array.isArray(value)) return [...value];
    const prototype = Object.getPrototypeOf(value);
    if (prototype === null || Object.getPrototypeOf(prototype) === null) return { ...value };
  } catch (error) {
    refuse('payload-unreadable', walk, error);
  }
  return refuse('nodeType' in value ? 'payload-dom-node' : 'payload-class-instance', walk);
}

function countBytes(text: string, walk: Walk): void {
  walk.bytes += text.length * 2;
  if (walk.bytes > walk.bounds.bytes) refuse('payload-too-large', walk);
}

function refuse(code: CopyRefusal['code'], walk: Walk, cause?: unknown): never {
  throw new CopyRefusal(code, walk.keys.join('.'), cause);
}
