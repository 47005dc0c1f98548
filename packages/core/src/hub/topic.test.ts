import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { createBus, createHub, defineEvent, type Hub } from '../index.ts';

vi.resetModules();
const otherCopy = await import('../index.ts');

const makers = [
  { maker: 'this copy', makeHub: createHub },
  { maker: 'another copy', makeHub: otherCopy.createHub },
];

const contractOf = (type: string) => defineEvent(type, { version: 1, schema: z.string() });

describe.each(makers)('a name that comes up after those who subscribed, on a hub made by $maker', ({ makeHub }) => {
  it('is heard by the patterns that fit it, of all copies, in the order of subscribing', () => {
    const hub = makeHub();
    const buses = [createBus({ source: 'cart', hub }), otherCopy.createBus({ source: 'checkout', hub })];
    const heard: string[] = [];
    for (const [index, target] of ['*:noted', 'cart:other', 'shop:*', 'cart:*', '**'].entries())
      buses[index % 2]?.on(target, () => heard.push(target), { delivery: 'sync' });
    buses[0]?.emit(contractOf('cart:noted'), 'x');
    expect(heard).toEqual(['*:noted', 'cart:*', '**']);
  });

  it('is not heard by patterns that were unsubscribed', () => {
    const bus = createBus({ source: 'cart', hub: makeHub() });
    const heard: string[] = [];
    const [stop] = ['cart:*', '**'].map((pattern) => bus.on(pattern, () => heard.push(pattern), { delivery: 'sync' }));
    stop?.();
    bus.emit(contractOf('cart:noted'), 'x');
    expect(heard).toEqual(['**']);
  });
});

it('asks nobody who subscribed to other names when a name comes up', () => {
  const hub = createHub();
  const bus = createBus({ source: 'cart', hub });
  bus.on('cart:other', () => {});
  const walking = vi.spyOn(hub.subscriptions, Symbol.iterator);
  bus.emit(contractOf('cart:noted'), 'x');
  expect(walking).not.toHaveBeenCalled();
});

const segment = fc.constantFrom('a', 'b', 'a.b');
const eventName = fc.array(segment, { minLength: 2, maxLength: 3 }).map((segments) => segments.join(':'));
const pattern = fc
  .tuple(fc.array(fc.oneof(segment, fc.constant('*')), { maxLength: 3 }), fc.constantFrom('*', '**'))
  .map(([segments, last]) => [...segments, last].join(':'));
const action = fc.oneof(
  fc.record({ know: eventName }),
  fc.record({ on: fc.oneof(pattern, eventName) }),
  fc.record({ off: fc.nat({ max: 5 }) }),
);
type Action = { know: string } | { on: string } | { off: number };

/** What a pattern means, segment by segment: slow and obvious. */
function fits([wanted, ...others]: string[], [given, ...rest]: string[]): boolean {
  if (wanted === undefined || given === undefined) return wanted === given;
  return wanted === '**' || ((wanted === '*' || wanted === given) && fits(others, rest));
}

/** Who listens to each name, as the page tells it and as those who subscribed would say, in the order of subscribing. */
function listenersAfter(actions: readonly Action[], hub: Hub): { told: object; meant: object } {
  const buses = [createBus({ source: 'one', hub }), otherCopy.createBus({ source: 'other', hub })];
  const live: { source: string; target: string; stop(): void }[] = [];
  const known = new Set<string>();
  for (const [index, action] of actions.entries()) {
    const bus = buses[index % 2]!;
    const source = `listener-${index}`;
    if ('know' in action) bus.latest(contractOf(action.know));
    if ('know' in action) known.add(action.know);
    if ('on' in action) live.push({ source, target: action.on, stop: bus.scope({ source }).on(action.on, () => {}) });
    if ('off' in action) for (const { stop } of live.splice(action.off, 1)) stop();
  }
  const listening = (type: string) => live.filter(({ target }) => fits(target.split(':'), type.split(':')));
  return {
    told: Object.fromEntries(buses[0]!.contracts().map(({ type, listeners }) => [type, listeners])),
    meant: Object.fromEntries([...known].map((type) => [type, listening(type).map(({ source }) => source)])),
  };
}

it.each(makers)(
  'names are listened to by those who are for them, whoever comes first, on a hub made by $maker',
  ({ makeHub }) => {
    fc.assert(
      fc.property(fc.array(action, { maxLength: 20 }), (actions) => {
        const { told, meant } = listenersAfter(actions, makeHub());
        expect(told).toEqual(meant);
      }),
      { numRuns: 300 },
    );
  },
);
