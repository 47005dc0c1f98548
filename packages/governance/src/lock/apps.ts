import { matchesPattern } from './matches-pattern.ts';

/** A micro-frontend as far as contracts are concerned. */
export interface App {
  /** Names or patterns of the events that it emits: `cart:*`. */
  readonly emits?: readonly string[];
  /** Names or patterns of the events that it listens to. */
  readonly listens?: readonly string[];
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
  return namesOf(apps, type, 'listens');
}

function namesOf(apps: Apps, type: string, role: 'emits' | 'listens'): string[] {
  const names = Object.keys(apps).filter((name) => apps[name]![role]?.some((pattern) => matchesPattern(pattern, type)));
  return names.sort();
}
