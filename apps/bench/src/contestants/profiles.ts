import type { BusbarSetting } from './busbar-setting.ts';
import type { Profile, Traits } from './profile.ts';

const nothing: Traits = { validates: false, isolates: false, freezes: false, replays: false, meetsCopies: false };

export const customEventProfile: Profile = {
  name: 'bare CustomEvent',
  package: undefined,
  // The browser reports what a listener throws, and goes on with the next one. All copies of anything share one `window`.
  traits: { ...nothing, isolates: true, meetsCopies: true },
};

export const mittProfile: Profile = {
  name: 'mitt',
  package: 'mitt',
  // Each emitter is an object of whoever made it.
  traits: nothing,
};

export const nanoEventsProfile: Profile = {
  name: 'nanoevents',
  package: 'nanoevents',
  // Each emitter is an object of whoever made it.
  traits: nothing,
};

export const eventEmitter3Profile: Profile = {
  name: 'eventemitter3',
  package: 'eventemitter3',
  // Each emitter is an object of whoever made it.
  traits: nothing,
};

export const rxjsSubjectProfile: Profile = {
  name: 'RxJS Subject, filter',
  package: 'rxjs',
  // What an observer throws is reported in a task of its own. Each subject is an object of whoever made it.
  traits: { ...nothing, isolates: true },
};

export const postalProfile: Profile = {
  name: 'postal 3',
  package: 'postal',
  // What handlers throw is thrown at the publisher once all have been called. Channels are kept in the module: a copy has its own.
  traits: { ...nothing, isolates: true },
};

export const trutooProfile: Profile = {
  name: 'Trutoo event-bus',
  package: '@trutoo/event-bus',
  // Each copy puts a bus of its own into the place of the global one.
  traits: { ...nothing, validates: 'JSON Schema', replays: 'the last' },
};

export const eventifyProfile: Profile = {
  name: 'eventify with Zod',
  package: 'eventify',
  // Each emitter is an object of whoever made it.
  traits: { ...nothing, validates: 'Zod', isolates: true },
};

export const podiumProfile: Profile = {
  name: 'Podium MessageBus',
  package: '@podium/browser',
  // All copies meet at one property of `window`.
  traits: { ...nothing, replays: 'the last 10, on request', meetsCopies: true },
};

export const nextcloudProfile: Profile = {
  name: 'Nextcloud event-bus',
  package: '@nextcloud/event-bus',
  // What a handler throws is written to the console. The first copy's bus is a property of `window`, which the others use.
  traits: { ...nothing, isolates: true, meetsCopies: true },
};

/** Busbar with a contract of Zod, as it is built for production. */
export function busbarProfile({ dom, delivery }: BusbarSetting): Profile {
  return {
    name: `Busbar, dom: '${dom}'${delivery ? '' : ', in a microtask'}`,
    package: '@busbar/core',
    traits: { validates: 'Zod', isolates: true, freezes: true, replays: 'what a contract retains', meetsCopies: true },
  };
}

/** Those whose handlers run while `emit` does. */
export const synchronousProfiles: readonly Profile[] = [
  customEventProfile,
  mittProfile,
  nanoEventsProfile,
  eventEmitter3Profile,
  rxjsSubjectProfile,
  postalProfile,
  trutooProfile,
  eventifyProfile,
  podiumProfile,
  nextcloudProfile,
  busbarProfile({ dom: 'both', delivery: 'sync' }),
  busbarProfile({ dom: 'out', delivery: 'sync' }),
  busbarProfile({ dom: 'off', delivery: 'sync' }),
];

/** All that are compared, in the order in which they are told of. */
export const profiles: readonly Profile[] = [
  ...synchronousProfiles,
  busbarProfile({ dom: 'both' }),
  busbarProfile({ dom: 'out' }),
  busbarProfile({ dom: 'off' }),
];
