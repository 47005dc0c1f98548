import * as z from 'zod';
import { atMost, exactly, told } from '../figure.ts';
import type { Row } from '../row.ts';

export const chainOfHandlers: Row = {
  name: 'A11',
  what: 'A chain: each event is emitted by the handler of the one before it, by two copies in turn',
  async run({ one, two, full }) {
    const length = full ? 100_000 : 20_000;
    const schema = z.number();
    const ping = one.defineEvent('chain:pinged', { version: 1, schema, dom: 'off' });
    const pong = two.defineEvent('chain:ponged', { version: 1, schema, dom: 'off' });
    const left = one.createBus({ source: 'left', limits: { hops: length } });
    const right = two.createBus({ source: 'right', contracts: [ping] });
    const depths: number[] = [];
    const ended = Promise.withResolvers<number>();
    const begun = performance.now();
    const answer = (data: number, emit: (next: number) => void): void => {
      // The first link is timed, so its event takes the long way to the handler: nobody's stack may be deeper.
      if (data === 1 || data % 500 === 0) depths.push(stackDepth());
      if (data < length) emit(data + 1);
      else ended.resolve(performance.now() - begun);
    };
    let [heard, outOfOrder, last] = [0, 0, 0];
    two.createBus({ source: 'observer' }).on('chain:*', ({ data }) => {
      heard++;
      if (data !== ++last) outOfOrder++;
    });
    left.on(pong, ({ data }) => answer(data, (next) => left.emit(ping, next)));
    right.on(ping, ({ data }) => answer(data, (next) => right.emit(pong, next)));
    left.emit(ping, 1);
    const took = await ended.promise;
    return [
      exactly('links delivered', heard, length),
      exactly('links out of order', outOfOrder, 0),
      atMost('stack at the deepest link, against the first', Math.max(...depths) - depths[0]!, 1, 'frames'),
      told('stack in a handler', depths[0]!, 'frames'),
      told('time for a link', (1_000 * took) / length, 'µs'),
    ];
  },
};

/** Firefox shows no more than its newest 128 frames; others as many as they are told to. */
function stackDepth(): number {
  Error.stackTraceLimit = Number.POSITIVE_INFINITY;
  return new Error('where').stack!.trim().split('\n').length;
}
