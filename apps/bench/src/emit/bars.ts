import type { BusbarSetting } from '../contestants/busbar-setting.ts';
import type { Profile } from '../contestants/profile.ts';
import { busbarProfile, customEventProfile, postalProfile, trutooProfile } from '../contestants/profiles.ts';
import type { Bar } from '../report/bar.ts';
import { type EmitFindings, ratioOf } from './findings.ts';
import { burstId, emitId, loop } from './plan.ts';

const ofAnEmit =
  'Before a subscriber is called, an emit copies and freezes what it was given, has its schema check it, copies and freezes what the schema answers, and makes a frozen envelope: that is what the promises cost, and more than a bare dispatch to few listeners leaves room for. [Decision 045](decisions/045-what-an-emit-costs.md) has the profile, the limit, and what it would take to get nearer.';

const ofAPlainEvent =
  'The plain event, which the browser makes, dispatches and, with `both`, calls a listener of the bus for, takes more of an emit than the bar leaves beside what no emit can leave out. [Decision 045](decisions/045-what-an-emit-costs.md) has the figures, and what was tried.';

const measuredAt = [1, 10, 100] as const;

/** Busbar, delivering synchronously, against whom, and the most that it may cost with 1, 10 and 100 subscribers. */
const limits: readonly (readonly [dom: BusbarSetting['dom'], against: Profile, limits: readonly number[]])[] = [
  ['both', customEventProfile, [1.5, 0.35, 0.05]],
  ['out', customEventProfile, [1, 0.2, 0.03]],
  ['off', postalProfile, [1, 0.6, 0.35]],
  ['off', trutooProfile, [0.02, 0.02, 0.03]],
];

/** The bars of an emit, and of a burst in default delivery. */
export function emitBars(findings: EmitFindings): Bar[] {
  return [...limits.flatMap((line) => emitBarsOf(findings, ...line)), burstBar(findings)];
}

function emitBarsOf(findings: EmitFindings, dom: BusbarSetting['dom'], against: Profile, limitsBySize: readonly number[]): Bar[] {
  const { name } = busbarProfile({ dom, delivery: 'sync' });
  return measuredAt.map((subscribers, index) => ({
    what: `An emit, \`dom: '${dom}'\`, against ${against.name}, ${subscribers === 1 ? '1 subscriber' : `${subscribers} subscribers`}`,
    limit: limitsBySize[index]!,
    measured: ratioOf(findings, emitId(name, subscribers), emitId(against.name, subscribers)).median,
    unit: '×',
    why: dom === 'off' ? ofAnEmit : ofAPlainEvent,
  }));
}

function burstBar(findings: EmitFindings): Bar {
  const { median } = ratioOf(findings, burstId('off', 'carts', 10_000), burstId('mitt', 'carts', loop));
  return {
    what: 'A burst of 10,000 events to 10 carts in default delivery, against a bare loop over mitt',
    limit: 1.5,
    measured: median,
    unit: '×',
  };
}
