/** A place at which the two sides differ. A side that has nothing there says `undefined`. */
export interface DifferingPath {
  /** Such as `items.0.quantity`; empty for the whole. */
  readonly path: string;
  readonly store: unknown;
  readonly bus: unknown;
}

/** Pairs of objects that were found equal. They do not change any more, so where both meet again nothing has to be read. */
export type EqualPairs = WeakMap<object, object>;

/** One comparison on its way. */
interface Walk {
  readonly equal: EqualPairs;
  readonly limit: number;
  readonly found: DifferingPath[];
  readonly path: string[];
  /** The pairs that it stands in: where a cycle leads back to one, nothing new can be found. */
  readonly within: (readonly [object, object])[];
  /** A cycle was met: what is equal in it may be so only because it was taken for granted. */
  cyclic: boolean;
}

/**
 * Finds where two values differ as data, at most `limit` places.
 *
 * The order of keys does not matter, nor whether a field is missing or `undefined`; functions are no data. Dates are compared
 * by their time, maps and sets by what they hold, all other objects by their fields.
 */
export function findDifferences(store: unknown, bus: unknown, limit: number, equal: EqualPairs): readonly DifferingPath[] {
  const walk: Walk = { equal, limit, found: [], path: [], within: [], cyclic: false };
  compare(store, bus, walk);
  return walk.found;
}

function compare(store: unknown, bus: unknown, walk: Walk): void {
  if (walk.found.length >= walk.limit || isSame(store, bus)) return;
  if (!isObject(store) || !isObject(bus)) differ(store, bus, walk);
  else if (walk.equal.get(store) !== bus) compareObjects(store, bus, walk);
}

function isSame(store: unknown, bus: unknown): boolean {
  const own = asData(store);
  const other = asData(bus);
  return own === other || Object.is(own, other);
}

function asData(value: unknown): unknown {
  return typeof value === 'function' ? undefined : value;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function differ(store: unknown, bus: unknown, { path, found }: Walk): void {
  found.push({ path: path.join('.'), store: asData(store), bus: asData(bus) });
}

function compareObjects(store: object, bus: object, walk: Walk): void {
  if (walk.within.some(([own, other]) => own === store && other === bus)) {
    walk.cyclic = true;
    return;
  }
  const before = walk.found.length;
  walk.within.push([store, bus]);
  compareInside(store, bus, walk);
  walk.within.pop();
  if (walk.found.length === before && before < walk.limit && !walk.cyclic) walk.equal.set(store, bus);
}

function compareInside(store: object, bus: object, walk: Walk): void {
  if (kindOf(store) !== kindOf(bus)) differ(store, bus, walk);
  else if (store instanceof Date) isSame(store.getTime(), (bus as Date).getTime()) || differ(store, bus, walk);
  else if (store instanceof Set) compareSets(store, bus as Set<unknown>, walk);
  else if (store instanceof Map) compareEntries(store, bus as Map<unknown, unknown>, walk);
  else if (Array.isArray(store)) compareEntries(store.entries(), (bus as unknown[]).entries(), walk);
  else compareEntries(Object.entries(store), Object.entries(bus), walk);
}

function kindOf(value: object): string {
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : value instanceof Map ? 'map' : value instanceof Set ? 'set' : 'record';
}

function compareEntries(store: Iterable<[unknown, unknown]>, bus: Iterable<[unknown, unknown]>, walk: Walk): void {
  const others = new Map(bus);
  const inside = (key: unknown, own: unknown, other: unknown): void => {
    walk.path.push(String(key));
    compare(own, other, walk);
    walk.path.pop();
  };
  for (const [key, own] of store) {
    inside(key, own, others.get(key));
    others.delete(key);
  }
  for (const [key, other] of others) inside(key, undefined, other);
}

/** Where members are objects, their order has to be the same. */
function compareSets(store: Set<unknown>, bus: Set<unknown>, walk: Walk): void {
  if (store.size === bus.size && [...store].every((member) => bus.has(member))) return;
  compareEntries([...store].entries(), [...bus].entries(), walk);
}
