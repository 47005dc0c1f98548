import type { Bus } from '@busbar/core';
import { createTestBus } from '@busbar/testing';
import fc from 'fast-check';
import { interval, map, take } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { reply } from './reply.ts';
import { request, request$ } from './request.ts';
import { levels, reservation } from './stock.test.fixture.ts';

const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process;

const anyReplier = fc.record({
  kind: fc.constant('reply' as const),
  takes: fc.nat(30),
  fails: fc.boolean(),
  leavesAfter: fc.option(fc.nat(60), { nil: undefined }),
  how: fc.constantFrom('stop', 'dispose'),
  delivery: fc.constantFrom('microtask', 'sync', 'task'),
  overlap: fc.constantFrom('parallel', 'queue'),
});
const anyAsker = fc.record({
  kind: fc.constantFrom('first', 'all', 'stream'),
  timeout: fc.integer({ min: 1, max: 50 }),
  whenNobody: fc.constantFrom('reject', 'wait'),
  leavesAfter: fc.option(fc.nat(40), { nil: undefined }),
  how: fc.constantFrom('abort', 'dispose'),
});
/** Somebody comes, so many milliseconds after the one before. */
const anyArrival = fc.tuple(fc.nat(20), fc.oneof(anyReplier, anyAsker));
type Replier = typeof anyReplier extends fc.Arbitrary<infer Value> ? Value : never;
type Asker = typeof anyAsker extends fc.Arbitrary<infer Value> ? Value : never;

const wait = (milliseconds: number) => new Promise<void>((resolve) => setTimeout(resolve, milliseconds));

/** Replies as planned, and goes when its time has come. */
async function come(
  page: Bus,
  { takes, fails, leavesAfter, how, delivery, overlap }: Replier,
  signals: AbortSignal[],
): Promise<void> {
  const scope = page.scope({ source: 'stock' });
  const handler = async ({ sku }: { sku: string }, { signal }: { signal: AbortSignal }) => {
    signals.push(signal);
    await wait(takes);
    if (fails) throw Object.assign(new Error('Busy'), { code: 'busy' });
    return { reservation: sku };
  };
  const stops = [
    reply(scope, reservation, handler, { delivery, overlap }),
    reply(
      scope,
      levels,
      () =>
        interval(takes + 1).pipe(
          take(3),
          map((level) => ({ level })),
        ),
      { delivery, overlap },
    ),
  ];
  if (leavesAfter === undefined) return;
  await wait(leavesAfter);
  if (how === 'dispose') scope.dispose();
  else for (const stop of stops) stop();
}

/** Asks as planned, and answers what it was told. */
async function ask(page: Bus, sku: string, { kind, leavesAfter, how, ...options }: Asker): Promise<string> {
  const scope = page.scope({ source: 'checkout' });
  const leaving = new AbortController();
  if (leavesAfter !== undefined)
    setTimeout(() => (how === 'abort' ? leaving.abort({ code: 'left' }) : scope.dispose()), leavesAfter);
  const told = { ...options, signal: leaving.signal };
  try {
    if (kind === 'first') return `reply ${(await request(scope, reservation, { sku }, told)).reservation === sku}`;
    if (kind === 'stream') {
      let next = 0;
      await request$(scope, levels, { sku }, told).forEach(({ level }) => void expect(level).toBe(next++));
      return `stream ${next}`;
    }
    const answers = await request(scope, reservation, { sku }, { ...told, repliers: 'all' });
    return `all ${answers.length > 0 && answers.every((one) => one.reply?.reservation === sku || one.error)}`;
  } catch (error) {
    const { code, details } = error as { code: string; details?: { failure?: { code: string } } };
    return details?.failure?.code ?? code;
  } finally {
    scope.dispose();
  }
}

/** Lets everybody come and go, and tells what each asker was told, and what is left in the end. */
async function play(arrivals: readonly (readonly [number, Replier | Asker])[]) {
  using page = createTestBus({ time: 'virtual' });
  const signals: AbortSignal[] = [];
  const outcomes: string[] = [];
  let now = 0;
  arrivals.forEach(([after, somebody], index) => {
    now += after;
    setTimeout(() => {
      if (somebody.kind === 'reply') void come(page, somebody, signals);
      else void ask(page, `A-${index}`, somebody).then((outcome) => outcomes.push(outcome));
    }, now);
  });
  await page.advance(now + 300);
  const registry = Reflect.get(page.hub, Symbol.for('busbar.repliers')) as {
    present: Map<string, Set<{ askers: Set<object> }>>;
    waiting: Map<string, object>;
  };
  const repliers = [...(registry?.present.values() ?? [])].flatMap((set) => [...set]);
  return {
    outcomes,
    askers: repliers.reduce((sum, { askers }) => sum + askers.size, 0) + (registry?.waiting.size ?? 0),
    subscriptions: page.hub.subscriptions.size - repliers.length * 2,
    letters: page.deadLetters.list().length,
  };
}

const known = ['reply true', 'all true', 'stream 3', 'no-replier', 'timed-out', 'left', 'disposed', 'busy', 'replier-gone'];

describe('whoever comes and goes, at whatever moment', () => {
  it('every asker is told one thing that is true, and nothing is left of any', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(fc.array(anyArrival, { minLength: 1, maxLength: 10 }), async (arrivals) => {
        const { outcomes, ...left } = await play(arrivals);
        expect(outcomes).toHaveLength(arrivals.filter(([, { kind }]) => kind !== 'reply').length);
        for (const outcome of outcomes) expect(known).toContain(seen.add(outcome) && outcome);
        expect(left).toEqual({ askers: 0, subscriptions: 0, letters: 0 });
      }),
      { numRuns: Number(env['BUSBAR_REQUEST_RUNS'] ?? 200) },
    );
    expect([...seen].sort()).toEqual(known.toSorted());
  }, 600_000);
});
