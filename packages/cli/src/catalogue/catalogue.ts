import type { LockedVersion, LockFile } from '@busbar/governance/lock';
import { groupBy } from './group-by.ts';

/** What the pages are called, and where they will lie. */
export interface CatalogueOptions {
  /** The name of the page, or of the company, whose events these are. */
  readonly title: string;
  /** A sentence or two below the title. */
  readonly description?: string;
  /** When it was made, as people read it. Left out by default, so that the same lock file gives the same files. */
  readonly generatedAt?: string;
  /** Where the catalogue will be served, for canonical addresses and a sitemap. It works anywhere without. */
  readonly baseUrl?: string;
  /** From where the code examples import the contracts. Default: `./contracts.ts`. */
  readonly importFrom?: string;
}

/** One version of an event. */
export interface EventVersion extends LockedVersion {
  readonly version: number;
  /** The places that each app was recorded to read, by app. */
  readonly reads: Readonly<Record<string, readonly string[]>>;
}

/** An event with all its versions and everybody who deals with it. */
export interface CatalogueEvent {
  readonly type: string;
  /** The first segment of its name. */
  readonly domain: string;
  /** The version that is defined now. */
  readonly newest: EventVersion;
  /** All versions, newest first. */
  readonly versions: readonly EventVersion[];
  readonly emitters: readonly string[];
  readonly listeners: readonly string[];
  /** Nobody defines it any more; what is locked stays as a record. */
  readonly removed: boolean;
}

/** A micro-frontend, as far as the lock file knows it. */
export interface CatalogueApp {
  readonly name: string;
  readonly emits: readonly CatalogueEvent[];
  readonly listens: readonly CatalogueEvent[];
}

/** A lock file as the pages need it. Every list is in a stable order. */
export interface Catalogue {
  readonly options: CatalogueOptions;
  readonly events: readonly CatalogueEvent[];
  readonly byType: ReadonlyMap<string, CatalogueEvent>;
  readonly domains: ReadonlyMap<string, readonly CatalogueEvent[]>;
  readonly owners: ReadonlyMap<string, readonly CatalogueEvent[]>;
  readonly apps: readonly CatalogueApp[];
}

/** Puts what a lock file holds into the order of the catalogue. Contracts without a version are left out. */
export function readCatalogue(lock: LockFile, options: CatalogueOptions): Catalogue {
  const events = Object.entries(lock.contracts)
    .map(([type, contract]) => eventOf(type, contract))
    .filter((event) => event !== undefined)
    .sort((one, other) => byName(one.type, other.type));
  return {
    options,
    events,
    byType: new Map(events.map((event) => [event.type, event])),
    domains: byEach(events, ({ domain }) => [domain]),
    owners: byEach(events, ({ newest: { owner } }) => (owner ? [owner] : [])),
    apps: appsOf(events),
  };
}

/** The order of names: as people read them, and the same on every machine. */
export function byName(one: string, other: string): number {
  const [first, second] = [one.toLowerCase(), other.toLowerCase()];
  if (first !== second) return first < second ? -1 : 1;
  return one < other ? -1 : Number(one > other);
}

function eventOf(type: string, contract: LockFile['contracts'][string]): CatalogueEvent | undefined {
  const versions = Object.entries(contract.versions)
    .map(([version, locked]): EventVersion => ({ ...locked, version: Number(version), reads: readsOf(contract, version) }))
    .filter(({ version }) => Number.isSafeInteger(version))
    .sort((one, other) => other.version - one.version);
  const [newest] = versions;
  const [domain = type] = type.split(':');
  if (!newest) return undefined;
  const { emitters, listeners, removed = false } = contract;
  return { type, domain, newest, versions, emitters: distinct(emitters), listeners: distinct(listeners), removed };
}

function readsOf({ reads = {} }: LockFile['contracts'][string], version: string): EventVersion['reads'] {
  const recorded = Object.entries(reads).filter(([, versions]) => Object.hasOwn(versions, version));
  return Object.fromEntries(recorded.map(([app, versions]) => [app, versions[version]!]));
}

function distinct(names: readonly string[] = []): string[] {
  return [...new Set(names)].sort(byName);
}

function appsOf(events: readonly CatalogueEvent[]): CatalogueApp[] {
  const names = distinct(events.flatMap(({ emitters, listeners }) => [...emitters, ...listeners]));
  const emits = byEach(events, ({ emitters }) => emitters);
  const listens = byEach(events, ({ listeners }) => listeners);
  return names.map((name) => ({ name, emits: emits.get(name) ?? [], listens: listens.get(name) ?? [] }));
}

/** Events by each of their keys, in the order of the keys' names. */
function byEach(
  events: readonly CatalogueEvent[],
  keysOf: (event: CatalogueEvent) => readonly string[],
): Map<string, CatalogueEvent[]> {
  const pairs = events.flatMap((event) => keysOf(event).map((key) => ({ key, event })));
  const groups = [...groupBy(pairs, ({ key }) => key)].sort(([one], [other]) => byName(one, other));
  return new Map(groups.map(([key, members]) => [key, members.map(({ event }) => event)]));
}
