import { busbar } from '../../contestants/busbar.ts';
import type { Contestant, Course, Handle } from '../../contestants/contestant.ts';
import { customEvent } from '../../contestants/custom-event.ts';
import { loadCopies } from '../../contestants/load-copies.ts';
import { mittEmitter } from '../../contestants/mitt.ts';
import { postal } from '../../contestants/postal.ts';
import { settledAtOnce } from '../../contestants/settled-at-once.ts';
import type { ScaleLineId } from '../lines.ts';
import { churnProbe } from './churn-probe.ts';
import { emitProbe } from './emit-probe.ts';
import { openKnownContracts } from './known-contracts.ts';
import { mountProbe } from './mount-probe.ts';
import type { Probe } from './probe.ts';
import { busbarRegister, customEventRegister, mittRegister, postalRegister } from './registers.ts';
import { type Keeping, keepEvents } from './retained-events.ts';

type Open = (at: number) => Probe | Promise<Probe>;

const setting = { dom: 'off', delivery: 'sync' } as const;

const emitting =
  (contestant: Contestant): Open =>
  (subscribers) =>
    emitProbe((handle) => contestant.open(subscribers, handle), subscribers);

/** What is measured at the places of each curve. */
const probes: Readonly<Record<ScaleLineId, Open>> = {
  contracts: (known) => emitProbe((handle) => openKnownContracts(known, handle), 1),
  'contracts-by-name': (known) => emitProbe((handle) => openKnownContracts(known, handle, true), 1),
  'emit-busbar': emitting(busbar(setting)),
  'emit-custom-event': emitting(customEvent),
  'emit-mitt': emitting(mittEmitter),
  'emit-postal': emitting(postal),
  'copies-idle': (copies) => emitThroughCopies([10, ...Array<number>(copies - 1).fill(0)]),
  'copies-busy': (copies) => emitThroughCopies(Array<number>(copies).fill(10)),
  'copies-shared': emitThroughOneCopy,
  'copies-none': (copies) => emitThroughCopies([10 * copies]),
  'retained-last': (count) => emitRetained('last', count),
  'retained-keyed': (count) => emitRetained('keyed', count),
  'churn-busbar': (subscribers) => churnProbe(busbarRegister(), subscribers),
  'churn-pattern': (subscribers) => churnProbe(busbarRegister('cart:*'), subscribers),
  'churn-custom-event': (subscribers) => churnProbe(customEventRegister(), subscribers),
  'churn-mitt': (subscribers) => churnProbe(mittRegister(), subscribers),
  'churn-postal': (subscribers) => churnProbe(postalRegister(), subscribers),
  'known-contract': (known) => churnProbe(busbarRegister(undefined, known), 10),
  'known-pattern': (known) => churnProbe(busbarRegister('cart:*', known), 10),
  'mount-sync': (kept) => mountProbe('last', kept, { delivery: 'sync' }),
  'mount-default': (kept) => mountProbe('last', kept, {}),
  'mount-keyed': (kept) => mountProbe('keyed', kept, {}),
};

/** Gets ready what a curve is about, at one place of it. */
export async function openProbe(line: ScaleLineId, at: number): Promise<Probe> {
  return probes[line](at);
}

/** As many subscribers in each copy as told; the first one emits. */
async function emitThroughCopies(subscribers: readonly number[]): Promise<Probe> {
  const copies = await loadCopies(subscribers.length);
  const open = (handle: Handle): Course => {
    const courses = copies.map(({ busbar }, copy) => busbar(setting).open(subscribers[copy]!, handle));
    return {
      emit: courses[0]!.emit,
      settled: settledAtOnce,
      close() {
        for (const course of courses) course.close();
      },
    };
  };
  return emitProbe(
    open,
    subscribers.reduce((sum, count) => sum + count, 0),
  );
}

/** Ten subscribers of each bundle, all of them on the copy of the first one. */
async function emitThroughOneCopy(bundles: number): Promise<Probe> {
  const copies = await loadCopies(bundles);
  const listens = copies.map(({ listen }) => listen);
  const open = (handle: Handle): Course => ({
    ...copies[0]!.openHeardBy(listens, setting, 10, handle),
    settled: settledAtOnce,
  });
  return emitProbe(open, 10 * bundles);
}

function emitRetained(keeping: Keeping, count: number): Probe {
  const { bus, contract, items } = keepEvents(keeping, count);
  const open = (handle: Handle): Course => {
    bus.on(contract, ({ data }) => handle(data, 0), { delivery: 'sync', replay: false });
    return { emit: (item) => bus.emit(contract, item), settled: settledAtOnce, close: () => bus.dispose() };
  };
  return emitProbe(open, 1, items);
}
