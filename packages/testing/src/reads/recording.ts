import type { RecordedReads } from '@busbar/governance/lock';

/** The places that an app reads of the versions of events: by `<version> <name>`. */
type Recording = Map<string, Set<string>>;

/** By app: what all of its buses in this process have seen. */
const recordings = new Map<string, Recording>();

/** What an app reads of one version of an event; to be added to. An event that nothing is read of has been handled, too. */
export function placesOf(app: string, type: string, version: number): Set<string> {
  const recording = recordings.get(app) ?? new Map<string, Set<string>>();
  recordings.set(app, recording);
  const key = `${version} ${type}`;
  const places = recording.get(key) ?? new Set<string>();
  recording.set(key, places);
  return places;
}

/** The apps that were recorded in this process. */
export function recordedApps(): string[] {
  return [...recordings.keys()].sort();
}

/**
 * What was recorded of an app in this process so far, sorted.
 *
 * @example
 * expect(recordedReads('checkout').reads['cart:changed']).toEqual({ 2: ['/total'] });
 */
export function recordedReads(app: string): RecordedReads {
  const reads: Record<string, Record<string, readonly string[]>> = {};
  for (const [key, places] of [...(recordings.get(app) ?? [])].sort(byNameAndVersion)) {
    const [version, type] = key.split(' ') as [string, string];
    reads[type] = { ...reads[type], [version]: [...places].sort() };
  }
  return { app, reads };
}

/** Forgets what was recorded of an app in this process. */
export function forgetReads(app: string): void {
  recordings.delete(app);
}

function byNameAndVersion([one]: [string, unknown], [other]: [string, unknown]): number {
  const [[version, type], [otherVersion, otherType]] = [one.split(' '), other.split(' ')] as [[string, string], [string, string]];
  if (type !== otherType) return type < otherType ? -1 : 1;
  return Number(version) - Number(otherVersion);
}
