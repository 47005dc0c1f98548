import type { Bus, BusError, DeadLetter, Handler, SubscribeOptions, SubscriptionMetrics } from '@busbar/core';
import { circuitBreaker } from '@busbar/resilience';
import * as z from 'zod';
import { exactly } from '../figure.ts';
import type { Conditions, Row } from '../row.ts';
import { until } from '../settled.ts';

/** What is wrong with one handler of twenty. */
interface Fault {
  readonly name: string;
  readonly handler: Handler;
  readonly options?: SubscribeOptions;
  /** Whether the first event keeps it busy for ever. */
  readonly isStuck?: true;
}

const tolerated = 5;
const broken = (): never => {
  throw new Error('broken');
};
const hanging = (): Promise<never> => new Promise(() => {});

const faults = (): readonly Fault[] => [
  { name: 'throws', handler: broken },
  { name: 'rejects', handler: async () => broken() },
  { name: 'hangs', handler: hanging, isStuck: true },
  { name: 'hangs-until-timeout', handler: hanging, options: { timeout: 5, maxQueue: 19 } },
  { name: 'throws-into-breaker', handler: broken, options: { policy: circuitBreaker({ failures: tolerated, openFor: 60_000 }) } },
];

export const failingHandler: Row = {
  name: 'A8',
  what: 'One of 20 handlers throws, rejects, never settles, never settles in time, or throws into a circuit breaker',
  async run(conditions) {
    const events = conditions.full ? 5_000 : 500;
    const seen: Seen[] = [];
    for (const fault of faults()) seen.push(await amongTwenty(fault, conditions, events));
    const sum = (of: (one: Seen) => number): number => seen.reduce((total, one) => total + of(one), 0);
    const { letters, opened } = seen.at(-1)!;
    const refused = letters.filter((letter) => letter.reason === 'refused' && causeOf(causeOf(letter.error)) instanceof Error);
    return [
      exactly('received by the 19 others', (100 * sum(({ received }) => received)) / (19 * events * seen.length), 100, '%'),
      exactly(
        'received out of order',
        sum(({ outOfOrder }) => outOfOrder),
        0,
      ),
      exactly('failures not reported exactly once', sum(misreported), 0),
      exactly(
        'events of the failing one unaccounted for',
        sum(({ unaccounted }) => unaccounted),
        0,
      ),
      exactly('failures until the breaker opens', letters.length - refused.length, tolerated),
      exactly('events that it refuses, dead letters with their cause', refused.length, events - tolerated),
      exactly('`busbar:breakerOpened`', opened, 1),
    ];
  },
};

/** What came of one fault. */
interface Seen {
  readonly received: number;
  readonly outOfOrder: number;
  readonly unaccounted: number;
  /** The ids of the events whose failure was reported, one for each report. */
  readonly reports: readonly string[];
  readonly letters: readonly DeadLetter[];
  /** How often a breaker was said to have opened. */
  readonly opened: number;
}

async function amongTwenty({ name, handler, options, isStuck }: Fault, { one, two }: Conditions, events: number): Promise<Seen> {
  const contract = one.defineEvent(`fault:${name}`, { version: 1, schema: z.number(), dom: 'off' });
  const reports: string[] = [];
  const onError = ({ details }: BusError): void => void reports.push(Reflect.get(details, 'id'));
  const emitter = one.createBus({ source: 'emitter', limits: { deadLetters: 100_000 } });
  const failing = two.createBus({ source: name, onError });
  const good = Array.from({ length: 19 }, (_none, index) => (index % 2 ? one : two).createBus({ source: `good-${index}` }));
  let [received, outOfOrder, opened] = [0, 0, 0];
  emitter.on(one.hubEvents.breakerOpened, () => void opened++);
  for (const [index, bus] of good.entries()) {
    let next = 0;
    bus.on(contract, ({ data }) => {
      received++;
      if (data !== next++) outOfOrder++;
    });
    // The failing one is neither the first nor the last.
    if (index === 9) failing.on(contract, handler, options);
  }
  for (let number = 0; number < events; number++) emitter.emit(contract, number);
  const isDone = (): boolean => isStuck || metricsOf(failing).queueDepth + metricsOf(failing).running === 0;
  await until(() => received === 19 * events && isDone(), `everything delivered though one ${name}`);
  const { delivered, dead, declined, queueDepth, running } = metricsOf(failing);
  const unaccounted = events - delivered - dead - declined - queueDepth - running;
  const letters = emitter.deadLetters.list(({ subscriber }) => subscriber?.source === name);
  for (const bus of [emitter, failing, ...good]) bus.dispose();
  return { received, outOfOrder, unaccounted, reports, letters, opened };
}

function metricsOf({ metrics, source }: Bus): SubscriptionMetrics {
  return metrics().subscriptions.find((subscription) => subscription.source === source)!;
}

/** How many failures were not reported, were reported again, or were none. */
function misreported({ reports, letters }: Seen): number {
  const failed = letters.filter(({ reason }) => reason === 'failed');
  const reported = failed.filter(({ event }) => reports.includes(event.id)).length;
  return failed.length - reported + reports.length - reported;
}

function causeOf(error: unknown): unknown {
  return (error as Error | undefined)?.cause;
}
