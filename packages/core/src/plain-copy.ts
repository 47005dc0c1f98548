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
export function plainCopy(root: unknown, { depth, nodes, bytes }: CopyBounds, refuse: Refuse): unknown {
  const ancestors: object[] = [];
  const path: (string | number)[] = [];
  let refused = false;

  function refuseHere(what: string, cause?: unknown): never {
    refused = true;
    return refuse(`payload-${what}` as never, path.join('.'), cause);
  }

  function spend(text: string): void {
    bytes -= text.length * 2;
    if (bytes < 0) refuseHere('too-large');
  }

  function copy(value: unknown): unknown {
    if (--nodes < 0) refuseHere('too-many-nodes');
    const kind = typeof value;
    if (kind === 'function' || kind === 'symbol') refuseHere(kind);
    if (kind === 'string') spend(value as string);
    return kind === 'object' && value ? copyObject(value) : value;
  }

  function copyObject(value: object): object {
    if (ancestors.includes(value)) refuseHere('cycle');
    if (ancestors.length >= depth) refuseHere('too-deep');
    ancestors.push(value);
    const own = Array.isArray(value) ? copyArray(value) : copyRecord(value as Record<string, unknown>);
    ancestors.pop();
    return Object.freeze(own);
  }

  function copyArray(value: unknown[]): unknown[] {
    // Before it is read: a sparse array can be longer than memory.
    if (value.length > nodes) refuseHere('too-many-nodes');
    const own: unknown[] = [];
    for (let index = 0; index < value.length; index++) {
      path.push(index);
      own.push(copy(value[index]));
      path.pop();
    }
    return own;
  }

  function copyRecord(value: Record<string, unknown>): object {
    // Foreign realms have other prototypes, so plain means: at most one prototype deep.
    const prototype = Object.getPrototypeOf(value);
    if (prototype && Object.getPrototypeOf(prototype)) refuseHere('nodeType' in value ? 'dom-node' : 'class-instance');
    const own: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      path.push(key);
      if (key === '__proto__' || key === 'constructor') refuseHere('forbidden-key');
      spend(key);
      own[key] = copy(value[key]);
      path.pop();
    }
    return own;
  }

  try {
    return copy(root);
  } catch (error) {
    if (refused) throw error;
    return refuseHere('unreadable', error);
  }
}
