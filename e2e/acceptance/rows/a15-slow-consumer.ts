import * as z from 'zod';
import { atMost, exactly, type Figure, told } from '../figure.ts';
import { countAlive } from '../garbage.ts';
import { paced } from '../paced.ts';
import type { Gauge, Row } from '../row.ts';
import { SlowSubscriber } from '../slow-subscriber.ts';

const rate = 10_000;
const maxQueue = 1_000;
/** What may be in memory: what waits for two subscribers and is being handled, and the newest dead letters. */
const bound = 2 * (maxQueue + 1) + 1_000;

export const slowConsumer: Row = {
  name: 'A15',
  what: 'Two consumers take 10 ms for each of 10,000 events a second; 1,000 may wait, the rest is refused or pushes out the oldest',
  tries: 3,
  async run({ one, two, gauge, full }) {
    const schema = z.object({ number: z.number(), text: z.string() });
    const contract = one.defineEvent('slow:asked', { version: 1, schema, dom: 'off' });
    const producer = one.createBus({ source: 'producer' });
    const consumers = (['dead-letter', 'drop-oldest'] as const).map((source) => two.createBus({ source }));
    const subscribers = consumers.map((bus) => new SlowSubscriber(bus, contract, maxQueue));
    let lags = 0;
    producer.on(one.hubEvents.lagging, ({ data }) => void (data.subscriber.source === 'dead-letter' && lags++));
    const before = await gauge?.();
    const references: WeakRef<object>[] = [];
    const emitted = await paced(rate, full ? 10 : 3, (number) => {
      const time = performance.now();
      const event = producer.emit(contract, { number, text: `question ${number}` });
      for (const subscriber of subscribers) subscriber.note(event, time);
      if (!gauge) references.push(new WeakRef(event));
      if (number % 500 === 499) for (const subscriber of subscribers) subscriber.compare();
    });
    const unaccounted = subscribers.map(({ metrics: { delivered, dead, declined, queueDepth, running } }) =>
      Math.abs(emitted - delivered - dead - declined - queueDepth - running),
    );
    const worst = (of: (subscriber: SlowSubscriber) => number): number => Math.max(...subscribers.map(of));
    const memory = gauge
      ? heapGrowth(before!, await gauge())
      : atMost('events still in memory', await countAlive(references, bound), bound);
    for (const bus of [producer, ...consumers]) bus.dispose();
    return [
      told('events emitted', emitted),
      atMost(
        'longest queue',
        worst(({ deepest }) => deepest),
        maxQueue,
      ),
      exactly(
        'furthest that `queueDepth` was from the truth',
        worst(({ depthError }) => depthError),
        0,
      ),
      atMost('furthest that `age` was from the truth', 100 * worst(({ ageError }) => ageError), 5, '%'),
      exactly('`busbar:lagging` told of the one that refuses', lags, 1),
      exactly('events unaccounted for', Math.max(...unaccounted), 0),
      memory,
    ];
  },
};

function heapGrowth(before: Gauge, after: Gauge): Figure {
  return atMost('heap growth', (after.heap - before.heap) / 2 ** 20, 4, 'MiB');
}
