import type { ActionTeller } from './action-teller.ts';

// biome-ignore lint/complexity/noBannedTypes: any function that a state holds
type AnyFunction = Function;

/** Finds the functions of a state that do not tell of their calls yet. */
export type WrapFunctions = (state: unknown) => Readonly<Record<string, unknown>> | undefined;

/**
 * Makes what finds them, and answers the fields to set in their place; `undefined` if there are none. Functions are looked for
 * in the state, and one level deeper, where many keep them as `actions`.
 */
export function createWrapFunctions(teller: ActionTeller): WrapFunctions {
  const known = new WeakMap<AnyFunction, AnyFunction>();

  function wrap(name: string, given: AnyFunction): AnyFunction {
    const wrapped =
      known.get(given) ??
      new Proxy(given, {
        apply: (target, self, args) => teller.act(name, args, () => Reflect.apply(target, self, args)),
      });
    known.set(given, wrapped);
    known.set(wrapped, wrapped);
    return wrapped;
  }

  function wrapFields(fields: object, toWrapped: (name: string, value: unknown) => unknown): object | undefined {
    const changed = Object.entries(fields)
      .map(([name, value]) => [name, value, toWrapped(name, value)] as const)
      .filter(([, value, wrapped]) => wrapped !== value);
    return changed.length > 0 ? Object.fromEntries(changed.map(([name, , wrapped]) => [name, wrapped])) : undefined;
  }

  const wrapOne = (name: string, value: unknown): unknown => (typeof value === 'function' ? wrap(name, value) : value);

  function wrapGroup(name: string, value: unknown): unknown {
    if (!isRecord(value)) return wrapOne(name, value);
    const changed = wrapFields(value, wrapOne);
    return changed ? { ...value, ...changed } : value;
  }

  return (state) => (isRecord(state) ? (wrapFields(state, wrapGroup) as Record<string, unknown> | undefined) : undefined);
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && isPlain(value);
}

function isPlain(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return !prototype || !Object.getPrototypeOf(prototype);
}
