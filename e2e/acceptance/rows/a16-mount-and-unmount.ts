import type { Bus, EventContract } from '@busbar/core';
import * as z from 'zod';
import { calm } from '../fake-clock.ts';
import { atMost, exactly, type Figure, told } from '../figure.ts';
import { countAlive } from '../garbage.ts';
import { countHeld } from '../held.ts';
import type { Gauge, Row } from '../row.ts';

const teams = 24;
type Contract = EventContract<'mount:seen', number>;

export const mountAndUnmount: Row = {
  name: 'A16',
  what: '24 micro-frontends of two copies are mounted and unmounted, with all that a scope can hold',
  tries: 3,
  async run({ one, two, gauge, full }) {
    const cycles = full ? 1_000 : 200;
    const contract: Contract = one.defineEvent('mount:seen', { version: 1, schema: z.number(), retain: 'latest' });
    const buses = Array.from({ length: teams }, (_none, index) =>
      (index % 2 ? one : two).createBus({ source: `team-${index}`, onError: () => {} }),
    );
    const { signal } = new AbortController();
    const held = countHeld([signal]);
    const cycle = async (): Promise<Bus[]> => {
      const scopes = buses.map((bus, number) => mount(bus, contract, signal, number));
      await calm();
      for (const scope of scopes) scope.dispose();
      return scopes;
    };
    const gauges: Gauge[] = [];
    const references: WeakRef<Bus>[] = [];
    for (let warm = 0; warm < (full ? 3_000 : 100); warm++) await cycle();
    await rest();
    const before = held();
    await gauge?.();
    for (let number = 0; number < cycles; number++) {
      if (gauge && number % (cycles / 20) === 0) {
        await rest();
        gauges.push(await gauge());
      }
      const scopes = await cycle();
      if (!gauge) references.push(new WeakRef(scopes[number % teams]!));
    }
    await rest();
    const after = held();
    const { held: locks, pending } = await navigator.locks.query();
    const inMemory = gauge
      ? fromGauges([...gauges, await gauge()], cycles, full)
      : [exactly('scopes in memory', await countAlive(references, 0), 0)];
    for (const bus of buses) bus.dispose();
    return [
      told('times that each was mounted', cycles),
      ...inMemory,
      exactly('listeners leaked on lasting objects', after.listeners - before.listeners, 0),
      exactly('timers leaked', after.timers - before.timers, 0),
      exactly('ports leaked', after.ports - before.ports, 0),
      exactly('locks leaked', locks!.length + pending!.length, 0),
      exactly('subscriptions left', one.createBus({ source: 'reader' }).metrics().subscriptions.length, 0),
    ];
  },
};

/** Puts everything into a scope that it can hold: waiting, failing, hanging and failing to come. */
function mount(bus: Bus, contract: Contract, signal: AbortSignal, number: number): Bus {
  const scope = bus.scope();
  const ignore = (): void => {};
  const fail = (): never => {
    throw new Error('not yet');
  };
  scope.emit(contract, number);
  for (const delivery of ['microtask', 'sync', 'task', 'frame', 'idle'] as const)
    scope.on(contract, ignore, { delivery, signal });
  scope.on('mount:*', ignore);
  scope.on(contract, fail, { retry: { attempts: 3, delay: 60_000 } });
  scope.on(contract, () => new Promise(() => {}), { timeout: 60_000 });
  scope.events$(contract).subscribe(ignore);
  scope.latest(contract).subscribe(ignore);
  scope.deadLetters.subscribe(ignore);
  scope.once(contract, { replay: false, timeout: 60_000, signal }).catch(ignore);
  scope.scope({ source: 'within' }).on(contract, ignore);
  return scope;
}

/** Until frames and idle times that were asked for have come: what waited for them is let go then. */
async function rest(): Promise<void> {
  for (let time = 0; time < 3; time++) {
    await new Promise((frame) => requestAnimationFrame(frame));
    await new Promise((idle) => ('requestIdleCallback' in globalThis ? requestIdleCallback(idle) : setTimeout(idle, 50)));
  }
  await calm();
}

function fromGauges(gauges: readonly Gauge[], cycles: number, full: boolean): Figure[] {
  const [first, last] = [gauges[0]!, gauges.at(-1)!];
  const kilobytes = gauges.map(({ heap }) => heap / 1_000);
  return [
    exactly('listeners leaked anywhere, counted by the browser', last.listeners - first.listeners, 0),
    atMost('heap growth for 100 times', (slope(kilobytes) * (gauges.length - 1) * 100) / cycles, full ? 1 : 25, 'kB'),
  ];
}

/** The median of the slopes between all pairs of values that were read one step apart from each other (Theil and Sen). */
function slope(values: readonly number[]): number {
  const slopes = values.flatMap((value, index) =>
    values.slice(index + 1).map((later, further) => (later - value) / (further + 1)),
  );
  return slopes.sort((one, other) => one - other)[slopes.length >> 1]!;
}
