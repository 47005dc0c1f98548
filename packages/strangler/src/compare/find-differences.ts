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
  readonly path: unknown[];
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
  found.push({ path: path.map(String).join('.'), store: asData(store), bus: asData(bus) });
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
  else if (store instanceof Map) compareMaps(store, bus as Map<unknown, unknown>, walk);
  else if (Array.isArray(store)) compareLists(store, bus as unknown[], walk);
  else compareRecords(store as Fields, bus as Fields, walk);
}

function kindOf(value: object): string {
  if (Array.isArray(value)) return 'array';
  return value instanceof Date ? 'date' : value instanceof Map ? 'map' : value instanceof Set ? 'set' : 'record';
}

type Fields = Readonly<Record<string, unknown>>;

function compareRecords(store: Fields, bus: Fields, walk: Walk): void {
  for (const name of Object.keys(store)) compareAt(name, store[name], ownField(bus, name), walk);
  for (const name of Object.keys(bus)) if (!Object.hasOwn(store, name)) compareAt(name, undefined, bus[name], walk);
}

/** `constructor` is there in every object. */
function ownField(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined;
}

function compareLists(store: readonly unknown[], bus: readonly unknown[], walk: Walk): void {
  const length = Math.max(store.length, bus.length);
  for (let index = 0; index < length; index++) compareAt(index, store[index], bus[index], walk);
}

function compareMaps(store: Map<unknown, unknown>, bus: Map<unknown, unknown>, walk: Walk): void {
  for (const [key, own] of store) compareAt(key, own, bus.get(key), walk);
  for (const [key, other] of bus) if (!store.has(key)) compareAt(key, undefined, other, walk);
}

/** Where members are objects, their order has to be the same. */
function compareSets(store: Set<unknown>, bus: Set<unknown>, walk: Walk): void {
  if (store.size === bus.size && [...store].every((member) => bus.has(member))) return;
  compareLists([...store], [...bus], walk);
}

function compareAt(key: unknown, store: unknown, bus: unknown, walk: Walk): void {
  if (store === bus || walk.found.length >= walk.limit) return;
  walk.path.push(key);
  compare(store, bus, walk);
  walk.path.pop();
}
