import type { BusEvent } from '@busbar/core';
import { describeSaga } from './describe-saga.ts';
import { maskPayload } from './mask-payload.ts';

/** One event as the trail shows it. */
export interface TrailEntry {
  readonly id: string;
  readonly sequence: number;
  /** Milliseconds since the Unix epoch. */
  readonly time: number;
  readonly source: string;
  readonly type: string;
  readonly version: number;
  /** Kept by the hub from before the trail began, and given to it afterwards. */
  readonly replayed: boolean;
  /** Which event it answers, in words. */
  readonly cause: string | undefined;
  /** The id of that event. */
  readonly causeId: string | undefined;
  /** Which saga and which of its steps it is about, in words. */
  readonly about: string | undefined;
  /** The payload, masked where the contract is tagged `pii`. */
  readonly data: unknown;
  readonly masked: boolean;
  /** All of it that can be searched, in lower case. */
  readonly searchable: string;
}

/** What is looked up about an event while its entry is made. */
export interface TrailKnowledge {
  entryOf(id: string): Pick<TrailEntry, 'type' | 'sequence'> | undefined;
  isPersonal(type: string): boolean;
}

/** Makes the entry of an event. */
export function trailEntry(event: BusEvent, { entryOf, isPersonal }: TrailKnowledge): TrailEntry {
  const { id, sequence, time, source, type, dataversion: version, causationid: causeId } = event;
  const masked = isPersonal(type);
  const data = masked ? maskPayload(event.data) : event.data;
  const cause = causeOf(event, entryOf);
  const searchable = `${type} v${version} ${source} ${cause ?? ''} ${JSON.stringify(data)}`.toLowerCase();
  const about = describeSaga(type, data);
  const replayed = event.replayed === true;
  return { id, sequence, time, source, type, version, replayed, cause, causeId, about, data, masked, searchable };
}

function causeOf({ causationid }: BusEvent, entryOf: TrailKnowledge['entryOf']): string | undefined {
  if (!causationid) return undefined;
  const cause = entryOf(causationid);
  return cause ? `${cause.type} #${cause.sequence}` : 'an event that is no longer listed';
}
