import type { Bus } from '@busbar/core';
import * as z from 'zod';
import { atLeast, atMost, exactly, told } from '../figure.ts';
import { type Frames, framesDuring } from '../frames.ts';
import { paced } from '../paced.ts';
import type { Conditions, Row } from '../row.ts';
import { settled } from '../settled.ts';

const rate = 100_000;
const subscribers = 10;

export const storm: Row = {
  name: 'A13',
  what: '100,000 events a second to 10 subscribers of two copies, off `window` and mirrored to it',
  tries: 3,
  async run(conditions) {
    const { full } = conditions;
    const seconds = full ? 10 : 3;
    // How much less than plain events it may be: the short form runs beside other tests, whose load comes and goes.
    const slack = full ? 1.1 : 3;
    const plain = await underPlainStorm(seconds / 2);
    const hidden = await underStorm('off', conditions, seconds);
    const mirrored = await underStorm('both', conditions, seconds / 2);
    return [
      {
        ...atLeast('events emitted a second', hidden.emitted / seconds, Math.min(0.95 * rate, plain.emitted / slack)),
        expected: '≥ 95,000, or nine tenths of plain ones',
      },
      {
        ...atLeast('frames a second, median', hidden.frames.perSecond, Math.min(58, plain.frames.perSecond / slack)),
        expected: '≥ 58, or nine tenths of those of plain events',
      },
      {
        ...atMost('longest time between frames', hidden.frames.worst, Math.max(50, slack * plain.frames.worst), 'ms'),
        expected: '≤ 50 ms, or eleven tenths of that of plain events',
      },
      exactly('events that nine subscribers did not get', hidden.missed, 0),
      exactly('events that a sampling one neither got nor declined', hidden.unsampled, 0),
      told('the same, mirrored: events emitted a second', (2 * mirrored.emitted) / seconds),
      told('the same, mirrored: frames a second', mirrored.frames.perSecond),
      exactly('the same, mirrored: events that somebody lost without a dead letter', mirrored.unaccounted, 0),
      told('plain events to 10 listeners: events dispatched a second', plain.emitted),
      told('plain events to 10 listeners: frames a second', plain.frames.perSecond),
      told('plain events to 10 listeners: longest time between frames', plain.frames.worst, 'ms'),
    ];
  },
};

/** What a storm came to. */
interface Weathered {
  readonly frames: Frames;
  readonly emitted: number;
  /** Events that were not delivered to the nine subscribers who take all. */
  readonly missed: number;
  /** Events that the tenth, who takes the newest of each frame, was neither given nor declined. */
  readonly unsampled: number;
  /** Events that somebody, the plain listener included, neither got nor has a dead letter of. */
  readonly unaccounted: number;
}

async function underStorm(dom: 'off' | 'both', { one, two }: Conditions, seconds: number): Promise<Weathered> {
  const schema = z.object({ gust: z.number(), at: z.string() });
  const contract = one.defineEvent(`storm:${dom}`, { version: 1, schema, dom });
  const buses = [one.createBus({ source: 'emitter' }), two.createBus({ source: 'other' })] as const;
  let [delivered, sampled, heard, dead] = [0, 0, 0, 0];
  const listening = new AbortController();
  window.addEventListener(contract.type, () => void heard++, { signal: listening.signal });
  for (let index = 1; index < subscribers; index++)
    buses[index % 2]!.on(contract, () => void delivered++, { maxQueue: dom === 'off' ? 1_000_000 : 10_000 });
  const sampler = two.createBus({ source: 'sampler' });
  sampler.on(contract, () => void sampled++, { delivery: 'frame', maxQueue: 100, overflow: 'drop-oldest' });
  sampler.deadLetters.subscribe(() => void dead++);
  const work = paced(rate, seconds, (gust) => buses[0].emit(contract, { gust, at: 'sea' }));
  const frames = await framesDuring(work);
  const emitted = await work;
  await settled(sampler);
  const unsampled = emitted - sampled - declinedBy(sampler);
  const missed = emitted * (subscribers - 1) - delivered;
  const unheard = dom === 'off' ? 0 : emitted - heard;
  listening.abort();
  for (const bus of [...buses, sampler]) bus.dispose();
  return { frames, emitted, missed, unsampled, unaccounted: missed + unheard - dead };
}

/** What the browser does by itself: as many plain events to as many listeners. */
async function underPlainStorm(seconds: number): Promise<{ frames: Frames; emitted: number }> {
  const listening = new AbortController();
  let heard = 0;
  for (let index = 0; index < subscribers; index++)
    window.addEventListener('storm:plain', () => void heard++, { signal: listening.signal });
  const work = paced(rate, seconds, (gust) => {
    window.dispatchEvent(new CustomEvent('storm:plain', { detail: { gust, at: 'sea' } }));
  });
  const frames = await framesDuring(work);
  listening.abort();
  return { frames, emitted: (await work) / seconds };
}

function declinedBy({ metrics, source }: Bus): number {
  return metrics().subscriptions.find((subscription) => subscription.source === source)!.declined;
}
