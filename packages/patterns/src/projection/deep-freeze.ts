import { inDevelopment } from '../development.ts';

/** Freezes a value and what it holds. What is frozen already is not looked into, so that a state which shares most of the former one costs little. */
export function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  if (ArrayBuffer.isView(value)) return value;
  const isKeyed = value instanceof Map || value instanceof Set;
  if (isKeyed) forbidChanges(value);
  Object.freeze(value);
  for (const inner of isKeyed ? [...value].flat() : Object.values(value)) deepFreeze(inner);
  return value;
}

/** `Object.freeze` leaves what a Map or a Set holds as it is. */
function forbidChanges(keyed: object): void {
  const value = (): never => {
    throw new TypeError(inDevelopment ? 'A state is frozen: make a new Map or Set of it.' : 'It is frozen.');
  };
  for (const name of ['set', 'add', 'delete', 'clear']) Object.defineProperty(keyed, name, { value });
}
