import { busbar } from './busbar.ts';
import type { Contestant } from './contestant.ts';
import { customEvent } from './custom-event.ts';
import { eventEmitter3 } from './eventemitter3.ts';
import { eventify } from './eventify.ts';
import { mittEmitter } from './mitt.ts';
import { nanoEvents } from './nanoevents.ts';
import { nextcloud } from './nextcloud.ts';
import { podium } from './podium.ts';
import { postal } from './postal.ts';
import { rxjsSubject } from './rxjs-subject.ts';
import { trutoo } from './trutoo.ts';

/** All that are compared, in the order in which they are told of. */
export const contestants: readonly Contestant[] = [
  customEvent,
  mittEmitter,
  nanoEvents,
  eventEmitter3,
  rxjsSubject,
  postal,
  trutoo,
  eventify,
  podium,
  nextcloud,
  busbar({ dom: 'both', delivery: 'sync' }),
  busbar({ dom: 'out', delivery: 'sync' }),
  busbar({ dom: 'off', delivery: 'sync' }),
  busbar({ dom: 'both' }),
  busbar({ dom: 'out' }),
  busbar({ dom: 'off' }),
];

/** The contestant of a name. */
export function contestantNamed(name: string): Contestant {
  const found = contestants.find((contestant) => contestant.name === name);
  if (!found) throw new Error(`Nobody is called "${name}".`);
  return found;
}
