import type { BusbarSetting } from '../contestants/busbar-setting.ts';
import { busbarProfile, mittProfile, profiles } from '../contestants/profiles.ts';
import type { WorkName } from '../contestants/work.ts';
import type { Arrangement, Cell } from './cell.ts';

/** How many subscribers the contestants are measured with. */
export const sizes = [1, 10, 100, 1_000] as const;

/** Events in a burst. */
export const bursts = [1, 100, 10_000] as const;
export const works: readonly WorkName[] = ['tally', 'carts'];
/** How events meet `window` that come in bursts. */
export const burstDoms = ['off', 'both'] as const;

/** How subscribers are spread over copies of Busbar, and what is said of it. */
export const spreads: readonly { readonly title: string; readonly subscribers: readonly number[] }[] = [
  { title: '1 copy, 10 subscribers', subscribers: [10] },
  { title: '2 copies, 5 subscribers each', subscribers: [5, 5] },
  { title: '5 copies, 2 subscribers each', subscribers: [2, 2, 2, 2, 2] },
  { title: '1 copy with 10 subscribers, a second one with none', subscribers: [10, 0] },
  { title: '1 copy, 20 subscribers', subscribers: [20] },
  { title: '2 copies, 10 subscribers each', subscribers: [10, 10] },
];

/** How many copies there are at most. */
export const mostCopies: number = Math.max(...spreads.map(({ subscribers }) => subscribers.length));

/** What subscribers name in place of the contract. */
export const patterns = ['cart:*', '**'] as const;

/** How many contracts a page knows beside the one that is emitted. */
export const knownContracts = [10, 1_000, 10_000] as const;
export const contractDoms = ['off', 'both'] as const;

/** Where the figures of a contestant are kept. */
export function emitId(name: string, subscribers: number): string {
  return `${name}, ${subscribers}`;
}

/** Where the figures of bursts are kept: of Busbar, or of mitt in a bare loop. */
export function burstId(who: BusbarSetting['dom'] | 'mitt', work: WorkName, events: number): string {
  return `burst, ${who}, ${work}, ${events}`;
}

/** Where the figures of copies are kept, by how the subscribers are spread over them. */
export function copiesId(subscribers: readonly number[]): string {
  return `copies, ${subscribers.join('+')}`;
}

/** Where the figures of subscribers are kept that name a pattern, or the contract where none is told. */
export function patternId(pattern?: string): string {
  return `pattern, ${pattern ?? 'none'}`;
}

/** Where the figures of pages are kept that know many contracts. */
export function contractsId(known: number, dom: BusbarSetting['dom']): string {
  return `contracts, ${known}, ${dom}`;
}

/** Events in the loop that bursts are held against. */
export const loop = 10_000;

/** All figures that are measured in a round, each on a page of its own. What is held against each other is near each other here. */
export const plan: readonly Cell[] = [
  ...profiles.flatMap(({ name }) => sizes.map((size) => ofContestant(emitId(name, size), name, size))),
  ...[undefined, ...patterns].map((pattern) => plain(patternId(pattern), { kind: 'pattern', pattern, subscribers: 10 })),
  ...spreads.map(({ subscribers }) => plain(copiesId(subscribers), { kind: 'copies', subscribers })),
  ...knownContracts.flatMap((known) =>
    contractDoms.map((dom) => plain(contractsId(known, dom), { kind: 'contracts', known, dom, subscribers: 10 })),
  ),
  ...works.map((work) => ({ ...ofContestant(burstId('mitt', work, loop), mittProfile.name, 10), work, burst: loop })),
  ...works.flatMap((work) =>
    burstDoms.flatMap((dom) =>
      bursts.map((burst) => ({ ...ofContestant(burstId(dom, work, burst), busbarProfile({ dom }).name, 10), work, burst })),
    ),
  ),
];

function ofContestant(id: string, name: string, subscribers: number): Cell {
  return plain(id, { kind: 'contestant', name, subscribers });
}

function plain(id: string, arrangement: Arrangement): Cell {
  return { id, arrangement, work: 'tally' };
}
