import { matchesPattern } from './matches-pattern.ts';
import { type Reads, tidyReads } from './recorded-reads.ts';

/** A micro-frontend as far as contracts are concerned. */
export interface App {
  /** Names or patterns of the events that it emits: `cart:*`. */
  readonly emits?: readonly string[];
  /** Names or patterns of the events that it listens to. */
  readonly listens?: readonly string[];
  /** What its tests saw it read. Whoever reads an event listens to it. */
  readonly reads?: Reads;
  /** The team that answers for it. */
  readonly owner?: string;
}

/** All apps of a page by name. */
export type Apps = Readonly<Record<string, App>>;

/** The names of the apps that emit an event, sorted. */
export function emittersOf(apps: Apps, type: string): string[] {
  return namesOf(apps, type, 'emits');
}

/** The names of the apps that listen to an event, sorted. */
export function listenersOf(apps: Apps, type: string): string[] {
  return [
    ...new Set([...namesOf(apps, type, 'listens'), ...Object.keys(apps).filter((name) => hasRead(apps[name]!, type))]),
  ].sort();
}

/** What the apps read of an event, by app and version. */
export function readsOf(apps: Apps, type: string): Readonly<Record<string, Reads[string]>> {
  const names = Object.keys(apps).filter((name) => hasRead(apps[name]!, type));
  return Object.fromEntries(names.sort().map((name) => [name, tidyReads(apps[name]!.reads!)[type]!]));
}

function hasRead({ reads = {} }: App, type: string): boolean {
  return Object.hasOwn(reads, type);
}

function namesOf(apps: Apps, type: string, role: 'emits' | 'listens'): string[] {
  const names = Object.keys(apps).filter((name) => apps[name]![role]?.some((pattern) => matchesPattern(pattern, type)));
  return names.sort();
}
