import type { Bus, EventContract } from '@busbar/core';
import * as z from 'zod';
import { calm, stopClocks } from '../fake-clock.ts';
import { exactly } from '../figure.ts';
import type { Conditions, Row } from '../row.ts';

/** What a place of waiting is tried with. */
interface Scene {
  readonly bus: Bus;
  /** Of events that live for a second. */
  readonly contract: EventContract<'offer:made', number>;
  /** How many milliseconds pass, and lets them. The clock of the system is set at the same moment. */
  readonly waits: number;
  pass(): void;
  /** Runs the next timer. */
  runTimer(): Promise<unknown>;
}

/** Makes an event wait somewhere while time passes; answers whether it was handed over after that. */
type Place = (scene: Scene) => Promise<boolean>;

const hour = 3_600_000;

const places: Record<string, Place> = {
  async 'behind a busy handler'({ bus, contract, pass }) {
    const heard: number[] = [];
    const first = Promise.withResolvers<void>();
    bus.on(contract, ({ data }) => {
      heard.push(data);
      return data === 1 ? first.promise : undefined;
    });
    bus.emit(contract, 1);
    await calm();
    bus.emit(contract, 2);
    await calm();
    pass();
    first.resolve();
    await calm();
    return heard.includes(2);
  },
  async 'on the queue of the page'({ bus, contract, pass }) {
    const heard: number[] = [];
    // Time passes inside the first handler, while the second event is on the queue.
    bus.on(contract, ({ data }) => void (data === 1 && pass()));
    bus.on(contract, ({ data }) => heard.push(data));
    for (const data of [1, 2]) bus.emit(contract, data);
    await calm();
    return heard.includes(2);
  },
  async 'for the next frame'({ bus, contract, pass }) {
    const heard: number[] = [];
    bus.on(contract, ({ data }) => heard.push(data), { delivery: 'frame' });
    bus.emit(contract, 1);
    pass();
    await new Promise((frame) => requestAnimationFrame(frame));
    await calm();
    return heard.includes(1);
  },
  async 'for a retry'({ bus, contract, pass, waits, runTimer }) {
    let tries = 0;
    const handler = (): void => {
      if (++tries === 1) throw new Error('not yet');
    };
    bus.on(contract, handler, { retry: { attempts: 1, delay: waits, jitter: 0 } });
    bus.emit(contract, 1);
    await calm();
    pass();
    await runTimer();
    return tries === 2;
  },
  async 'retained, for a late subscriber'({ bus, contract, pass }) {
    const heard: number[] = [];
    bus.emit(contract, 1);
    pass();
    bus.on(contract, ({ data }) => heard.push(data));
    await calm();
    return heard.includes(1);
  },
  async 'as a dead letter, to be redriven'({ bus, contract, pass }) {
    let tries = 0;
    bus.on(contract, () => {
      if (++tries === 1) throw new Error('not yet');
    });
    bus.emit(contract, 1);
    await calm();
    pass();
    bus.deadLetters.redrive(() => true);
    await calm();
    return tries === 2;
  },
};

export const timeToLive: Row = {
  name: 'A10',
  what: 'The time to live passes while an event waits; the clock of the system is set by an hour',
  async run(conditions) {
    const late: string[] = [];
    const lost: string[] = [];
    let events = 0;
    for (const [where, place] of Object.entries(places))
      for (const jump of [0, hour, -hour])
        for (const waits of [400, 1_600]) {
          events++;
          const handed = await onStoppedClock(place, conditions, waits, jump);
          if (handed && waits > 1_000) late.push(`${where}, set by ${jump / hour} h`);
          if (!handed && waits < 1_000) lost.push(`${where}, set by ${jump / hour} h`);
        }
    const onTrueClock = await behindABusyHandler(conditions);
    return [
      named(exactly('expired events that were delivered, however the clock was set', late.length, 0), late),
      named(exactly('events that expired before their time', lost.length, 0), lost),
      exactly('delivered too late on the true clock', onTrueClock.late, 0),
      exactly('lost too early on the true clock', onTrueClock.lost, 0),
    ].map((figure, index) => (index < 2 ? { ...figure, name: `${figure.name} (of ${events / 2})` } : figure));
  },
};

function named<Told extends { measured: string }>(figure: Told, cases: readonly string[]): Told {
  return cases.length ? { ...figure, measured: `${figure.measured}: ${cases.join('; ')}` } : figure;
}

async function onStoppedClock(place: Place, { one, two }: Conditions, waits: number, jump: number): Promise<boolean> {
  const clock = stopClocks();
  const options = { version: 1, schema: z.number(), retain: 'latest', ttl: 1_000, dom: 'off' } as const;
  const contract = one.defineEvent('offer:made', options);
  const bus = two.createBus({ source: `offers-${Math.random()}`, hub: one.createHub(), onError: () => {} });
  try {
    return await place({
      bus,
      contract,
      waits,
      pass() {
        clock.jump(jump);
        clock.skip(waits);
      },
      runTimer: clock.next,
    });
  } finally {
    bus.dispose();
    clock.restore();
  }
}

/** A hundred events wait 100 ms: half may live for 50 ms, half for a minute. */
async function behindABusyHandler({ one, two }: Conditions): Promise<{ late: number; lost: number }> {
  const contract = one.defineEvent('offer:taken', { version: 1, schema: z.number(), dom: 'off' });
  const [maker, taker] = [one.createBus({ source: 'maker' }), two.createBus({ source: 'taker' })];
  const handled = { short: 0, long: 0 };
  taker.on(contract, async ({ data }) => {
    if (data === 0) await new Promise((resolve) => setTimeout(resolve, 100));
    else handled[data < 100 ? 'short' : 'long']++;
  });
  maker.emit(contract, 0);
  for (let data = 50; data < 150; data++) maker.emit(contract, data, { ttl: data < 100 ? 50 : 60_000 });
  await new Promise((resolve) => setTimeout(resolve, 200));
  await calm();
  for (const bus of [maker, taker]) bus.dispose();
  return { late: handled.short, lost: 50 - handled.long };
}
