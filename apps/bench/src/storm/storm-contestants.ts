import {
  busbarProfile,
  customEventProfile,
  mittProfile,
  postalProfile,
  rxjsSubjectProfile,
  trutooProfile,
} from '../contestants/profiles.ts';
import type { Storm } from './storms.ts';

/** Somebody that meets a storm. */
export interface StormContestant {
  readonly name: string;
  /** What it is called in tables and in charts, which have little room. */
  readonly title: string;
  readonly label: string;
  readonly isBusbar: boolean;
  /** The storms that it meets: a bound says nothing where it is not reached. */
  readonly storms: readonly Storm['name'][];
  /** Whether it meets them on a slow processor, too. */
  readonly isSlowed: boolean;
}

/** Busbar with other bounds than it has by default. */
export const unboundedBoth = "Busbar, dom: 'both', no bound";
export const unboundedOff = "Busbar, dom: 'off', no bound";
export const latestByKey = "Busbar, dom: 'off', latest by key";

/** Busbar as it is by default. */
export const defaultBoth: string = busbarProfile({ dom: 'both' }).name;
export const defaultOff: string = busbarProfile({ dom: 'off' }).name;
/** The same where its bound is reached. */
export const boundedOff = "Busbar, dom: 'off', default bound";

const peers = [customEventProfile, mittProfile, rxjsSubjectProfile, postalProfile, trutooProfile];

/** In the order in which they are told of. */
export const stormContestants: readonly StormContestant[] = [
  ...peers.map(({ name }) => ({
    ...known(name, name, ['at-once', 'stream']),
    isBusbar: false,
    // It takes so long as it is that there is no more to know.
    isSlowed: name !== trutooProfile.name,
  })),
  known(unboundedBoth, 'Busbar, both', ['at-once']),
  known(unboundedOff, 'Busbar, off', ['at-once']),
  // What a bound does is the same on a slow processor.
  { ...known(boundedOff, 'Busbar, bounded', ['at-once']), isSlowed: false },
  { ...known(latestByKey, 'Busbar, by key', ['at-once']), isSlowed: false },
  { ...known(defaultBoth, 'Busbar, both', ['stream']), title: "Busbar, dom: 'both'" },
  { ...known(defaultOff, 'Busbar, off', ['stream']), title: "Busbar, dom: 'off'" },
];

function known(name: string, label: string, storms: StormContestant['storms']): StormContestant {
  return { name, title: name, label, isBusbar: true, storms, isSlowed: true };
}
