import { createTestBus } from '@busbar/testing';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reply } from './reply.ts';
import { request } from './request.ts';
import { reservation } from './stock.test.fixture.ts';

const { env } = (globalThis as unknown as { process: { env: Record<string, string | undefined> } }).process;

/** How a run of the handler goes: how long it takes, whether it fails, and whether it stops when nobody wants it any more. */
const anyRun = fc.record({ takes: fc.nat(30), fails: fc.boolean(), obedient: fc.boolean() });
/** A request: when, by which key, and how long its asker waits. */
const anyAsker = fc.record({ at: fc.nat(60), key: fc.constantFrom('a', 'b'), waits: fc.integer({ min: 1, max: 40 }) });

type Run = { takes: number; fails: boolean; obedient: boolean };
type Asker = { at: number; key: string; waits: number };

/** Asks and answers as planned, and tells what each asker heard and how the runs of each key went. */
async function play(askers: readonly Asker[], plan: readonly Run[]) {
  using bus = createTestBus({ time: 'virtual' });
  /** Signals of the runs that are at work, by key. */
  const running: Record<string, AbortSignal[]> = { a: [], b: [] };
  const log = { most: 0, replied: [] as string[], afterReply: 0, outcomes: [] as string[] };
  let next = 0;
  reply(bus, reservation, async ({ sku: key }, { signal }) => {
    const { takes, fails, obedient } = plan[next++ % plan.length]!;
    if (log.replied.includes(key)) log.afterReply++;
    running[key]!.push(signal);
    log.most = Math.max(log.most, running[key]!.filter(({ aborted }) => !aborted).length);
    await new Promise<void>((resolve) => {
      setTimeout(resolve, takes);
      if (obedient) signal.addEventListener('abort', () => resolve());
    });
    running[key]!.splice(running[key]!.indexOf(signal), 1);
    if (obedient) signal.throwIfAborted();
    if (fails) throw Object.assign(new Error('Busy'), { code: 'busy' });
    log.replied.push(key);
    return { reservation: key };
  });
  const ask = ({ key, waits }: Asker) =>
    request(bus, reservation, { sku: key }, { idempotencykey: key, timeout: waits }).then(
      (answer) => answer.reservation,
      (error) => error.details.failure?.code ?? error.code,
    );
  const answers = askers.map(async (asker, index) => {
    await new Promise((resolve) => setTimeout(resolve, asker.at));
    log.outcomes[index] = await ask(asker);
  });
  await bus.advance(150);
  await Promise.all(answers);
  return { ...log, left: bus.metrics().subscriptions.length, running };
}

describe('whatever askers and handlers do', () => {
  it('no key has two runs that somebody wants, none begins after it has replied, and every asker hears one thing in time', async () => {
    const seen = new Set<string>();
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyAsker, { minLength: 1, maxLength: 8 }),
        fc.array(anyRun, { minLength: 1, maxLength: 4 }),
        async (askers, plan) => {
          const { most, afterReply, outcomes, left, running } = await play(askers, plan);
          expect([most <= 1, afterReply, left, running]).toEqual([true, 0, 2, { a: [], b: [] }]);
          askers.forEach(({ key }, index) => {
            expect([key, 'busy', 'timed-out']).toContain(outcomes[index]);
            seen.add(outcomes[index]!);
          });
        },
      ),
      { numRuns: Number(env['BUSBAR_REQUEST_RUNS'] ?? 120) },
    );
    expect([...seen].sort()).toEqual(['a', 'b', 'busy', 'timed-out']);
  }, 600_000);
});
