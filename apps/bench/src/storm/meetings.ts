import { customEventProfile, mittProfile } from '../contestants/profiles.ts';
import type { Laboratory } from '../report/cost-study.ts';
import { stormContestants, unboundedBoth, unboundedOff } from './storm-contestants.ts';
import type { Storm } from './storms.ts';

/** Who meets which storm, on which processor. */
export interface Meeting {
  readonly contestant: string;
  readonly storm: Storm['name'];
  /** How many times slower than it is the processor is made. */
  readonly slowedBy: number;
}

/** Meetings that are held against each other. */
export type Weather = Omit<Meeting, 'contestant'>;

/** In the order in which they are told of. */
export const weathers: readonly Weather[] = [
  { storm: 'at-once', slowedBy: 1 },
  { storm: 'at-once', slowedBy: 4 },
  { storm: 'stream', slowedBy: 1 },
  { storm: 'stream', slowedBy: 4 },
];

/** Enough to see whether something is amiss. */
const first = [customEventProfile.name, mittProfile.name, unboundedBoth, unboundedOff];

/** How often contestants meet each storm, on the processor as it is and on the slowed one. */
export const rounds = { full: { asItIs: 3, slowed: 2 }, quick: { asItIs: 1, slowed: 0 } };

/** The meetings of one round. What is held against each other is near each other. */
export function meetingsOf(extent: Laboratory['extent']): readonly Meeting[] {
  const all = weathers.flatMap((weather) =>
    stormContestants
      .filter(({ storms, isSlowed }) => storms.includes(weather.storm) && (isSlowed || weather.slowedBy === 1))
      .map(({ name }) => ({ contestant: name, ...weather })),
  );
  if (extent === 'full') return all;
  return all.filter(({ contestant, storm, slowedBy }) => storm === 'at-once' && slowedBy === 1 && first.includes(contestant));
}
