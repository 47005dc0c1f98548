import * as z from 'zod';
import { exactly, told } from '../figure.ts';
import type { Conditions, Row } from '../row.ts';
import { settled } from '../settled.ts';

/** One way for plain listeners to stand in the way of events. */
interface Case {
  readonly type: string;
  /** Kept off `window`, instead of being mirrored to it and heard from it. */
  readonly isPrivate?: true;
  /** When the listeners came that stop the dispatch, seen from Busbar; and in which phases they listen. */
  readonly stops: 'before' | 'after';
  readonly phases: readonly ('capture' | 'bubble')[];
  /** Where plain events are dispatched; without it the bus emits. */
  readonly dispatchedOn?: readonly EventTarget[];
}

const events = 100;
const both = ['capture', 'bubble'] as const;
const everywhere = (): EventTarget[] => [window, document, document.body];

export const stoppedDispatch: Row = {
  name: 'A12',
  what: 'Plain listeners on window, document and body call `stopImmediatePropagation`',
  async run(conditions) {
    const hear = (one: Case): Promise<Heard> => hearAmong(one, conditions);
    const hidden = await hear({ type: 'stop:hidden', isPrivate: true, stops: 'before', phases: both });
    const mirrored = await hear({ type: 'stop:mirrored', stops: 'before', phases: both });
    const plain = await hear({ type: 'stop:plain', stops: 'after', phases: both, dispatchedOn: everywhere() });
    const captured = await hear({ type: 'stop:captured', stops: 'before', phases: ['capture'], dispatchedOn: [window] });
    const bubbled = await hear({ type: 'stop:bubbled', stops: 'before', phases: ['bubble'], dispatchedOn: [window] });
    return [
      exactly('emitted events received, off `window`', hidden.received, 100, '%'),
      exactly('emitted events received, mirrored', mirrored.received, 100, '%'),
      exactly('mirrored events that the plain listener behind the stopping one receives', mirrored.behind, 0, '%'),
      exactly('plain events received, stopped by listeners that came after Busbar', plain.received, 100, '%'),
      told('the same, stopped on `window` by a capturing listener that came before Busbar', captured.received, '%'),
      told('the same, stopped on `window` by a bubbling listener that came before Busbar', bubbled.received, '%'),
    ];
  },
};

/** What was received, of a hundred. */
interface Heard {
  /** By the subscribers of two copies of Busbar. */
  readonly received: number;
  /** By a plain listener that came last. */
  readonly behind: number;
}

async function hearAmong({ type, isPrivate, stops, phases, dispatchedOn }: Case, { one, two }: Conditions): Promise<Heard> {
  const listening = new AbortController();
  const { signal } = listening;
  const addStops = (): void => {
    for (const target of everywhere())
      for (const phase of phases)
        target.addEventListener(type, (event) => event.stopImmediatePropagation(), { capture: phase === 'capture', signal });
  };
  if (stops === 'before') addStops();
  const contract = one.defineEvent(type, { version: 1, schema: z.number(), dom: isPrivate ? 'off' : 'both' });
  const buses = [one, two].map((copy) => copy.createBus({ source: 'heard' }));
  let [received, behind] = [0, 0];
  for (const bus of buses) bus.on(contract, () => received++);
  if (stops === 'after') addStops();
  window.addEventListener(type, () => behind++, { signal });
  for (let number = 0; number < events; number++) {
    if (!dispatchedOn) buses[0]!.emit(contract, number);
    for (const target of dispatchedOn ?? []) target.dispatchEvent(new CustomEvent(type, { detail: number, bubbles: true }));
  }
  await settled(buses[0]!);
  listening.abort();
  for (const bus of buses) bus.dispose();
  const share = (count: number): number => (100 * count) / events / (dispatchedOn?.length ?? 1);
  return { received: share(received) / buses.length, behind: share(behind) };
}
