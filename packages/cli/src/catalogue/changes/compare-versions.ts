import { compareSchemas, type Difference } from '@busbar/governance';
import type { CatalogueEvent, EventVersion } from '../catalogue.ts';

/** What happens where one version meets another: one app emits it, another listens to it. */
export interface Meeting {
  /** `cast`: the shapes do not fit, and a cast makes them fit. `unknown`: they could not be compared. */
  readonly verdict: 'fits' | 'cast' | 'breaks' | 'unknown';
  readonly differences: readonly Difference[];
}

/** What is different between a version and the one before. */
export interface VersionChange {
  readonly event: CatalogueEvent;
  readonly previous: EventVersion;
  readonly current: EventVersion;
  /** Emitted as the previous version, listened to as the current one. */
  readonly backward: Meeting;
  /** Emitted as the current version, listened to as the previous one. */
  readonly forward: Meeting;
}

/** Every step from a version of an event to the next, newest first. */
export function versionChanges(event: CatalogueEvent): VersionChange[] {
  return event.versions.slice(0, -1).map((current, index) => compareVersions(event, event.versions[index + 1]!, current));
}

function compareVersions(event: CatalogueEvent, previous: EventVersion, current: EventVersion): VersionChange {
  const isBetween = (step: number) => step >= previous.version && step < current.version;
  const { up, down } = current.casts;
  return {
    event,
    previous,
    current,
    backward: meeting(previous.output, current.input, up.some(isBetween)),
    forward: meeting(current.output, previous.input, down.some(isBetween)),
  };
}

/** As the bus does: what is published is what the emitter's schema gives back, and the listener's schema reads it. */
function meeting(written: EventVersion['output'], read: EventVersion['input'], hasCast: boolean): Meeting {
  try {
    const { compatible, differences } = compareSchemas(written, read, { policy: 'parsed' });
    return { verdict: compatible ? 'fits' : hasCast ? 'cast' : 'breaks', differences: differences.filter(isTelling) };
  } catch {
    return { verdict: 'unknown', differences: [] };
  }
}

/** What is given is open and what is published is closed in every contract, and words are no shape: neither is worth a line. */
function isTelling({ type, breaking }: Difference): boolean {
  return breaking || !/^(ID|TITLE|DESCRIPTION)_CHANGED$|^ADDITIONAL_PROPERTIES_/.test(type);
}
