import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, type BusEvent, createBus, defineEvents, type HandlerContext, type SubscribeOptions } from '../index.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const test = defineEvents('test', {
  pinged: { version: 1, schema: z.number() },
  answered: { version: 1, schema: z.number() },
});

const deeds = [
  'returns',
  'counts',
  'throws',
  'resolves',
  'rejects',
  'asks',
  'looks',
  'emits',
  'ends',
  'ends the next',
  'subscribes',
] as const;
type Deed = (typeof deeds)[number];

/** What the handler of a subscription does with its first call, its second and so on, over and over. */
interface Plan {
  readonly deeds: readonly Deed[];
  readonly target: (typeof targets)[number];
  readonly options: SubscribeOptions;
}

const targets = ['test:pinged', 'test:answered', 'test:*'] as const;
const plan: fc.Arbitrary<Plan> = fc.record({
  deeds: fc.array(fc.constantFrom(...deeds), { minLength: 1, maxLength: 3 }),
  target: fc.constantFrom(...targets),
  options: fc.record({
    delivery: fc.constantFrom('sync', 'sync', 'microtask'),
    retry: fc.constantFrom(0, { attempts: 1, jitter: 0 }),
    overlap: fc.constantFrom('queue', 'queue', 'parallel', 'switch', 'drop'),
    maxQueue: fc.constantFrom(10_000, 10_000, 1),
  }),
});
const program = fc.record({
  plans: fc.array(plan, { minLength: 1, maxLength: 4 }),
  steps: fc.array(fc.constantFrom('pinged', 'answered', 'microtask', 'pause'), { minLength: 1, maxLength: 6 }),
});
type Program = typeof program extends fc.Arbitrary<infer Kind> ? Kind : never;

/** A page whose next events are not the first in their millisecond, and what happens on it. */
class Page {
  readonly told: unknown[] = [];
  readonly bus: Bus = createBus({ source: 'test', hub: createPatientHub(), onError: (error) => this.told.push(error.code) });
  readonly #signals: AbortSignal[] = [];
  readonly #offs: (() => void)[] = [];
  readonly #numbers = new Map<string | undefined, number>();
  /** What is added to the options of all subscriptions. */
  readonly #detour: SubscribeOptions;
  #emitted = 0;

  constructor(detour: SubscribeOptions) {
    this.#detour = detour;
    const off = this.bus.on('test:*', () => {}, { delivery: 'sync' });
    for (const contract of Object.values(test)) this.bus.emit(contract, 0);
    off();
  }

  emit(what: keyof typeof test): void {
    this.bus.emit(test[what], ++this.#emitted);
  }

  subscribe({ deeds, target, options }: Plan): void {
    const index = this.#offs.length;
    let calls = 0;
    const handle = ({ data, id, causationid, hops }: BusEvent, context: HandlerContext): unknown => {
      this.#numbers.set(id, data as number);
      this.told.push([index, data, this.#numbers.get(causationid), context.attempt]);
      return this.#do(deeds[calls++ % deeds.length]!, index, hops, context);
    };
    this.#offs.push(this.bus.on(target, handle, { ...options, ...this.#detour }));
  }

  #do(deed: Deed, index: number, hops: number, context: HandlerContext): unknown {
    if (deed === 'counts') return 1;
    if (deed === 'throws') throw new Error('no');
    if (deed === 'resolves') return new Promise<void>((resolve) => setTimeout(resolve, 10));
    if (deed === 'rejects') return Promise.reject(new Error('no'));
    if (deed === 'asks') this.#signals.push(context.signal);
    if (deed === 'looks') this.look();
    if (deed === 'emits' && hops < 2) this.emit('answered');
    if (deed === 'ends') this.#offs[index]!();
    if (deed === 'ends the next') this.#offs[index + 1]?.();
    if (deed === 'subscribes' && this.#offs.length < 6) this.subscribe({ deeds: ['looks'], target: 'test:*', options: {} });
    return undefined;
  }

  look(): void {
    const { subscriptions, emitted, delivered, deadLetters, queueDepth } = this.bus.metrics();
    const figures = subscriptions.map(({ waitingTime, handlingTime, ...counts }) => counts);
    const letters = this.bus.deadLetters.list().map(({ reason, event, attempts }) => [reason, event?.data, attempts]);
    this.told.push({ figures, emitted, delivered, deadLetters, queueDepth, letters });
  }

  close(): void {
    this.bus.dispose();
    this.told.push(this.#signals.map(({ aborted, reason }) => [aborted, String(reason)]));
  }
}

/** All that happens on a page, told in order. */
async function run({ plans, steps }: Program, detour: SubscribeOptions): Promise<unknown[]> {
  const page = new Page(detour);
  for (const plan of plans) page.subscribe(plan);
  for (const step of steps) {
    if (step === 'pause') await vi.advanceTimersByTimeAsync(50);
    else if (step === 'microtask') await Promise.resolve();
    else page.emit(step);
    page.look();
  }
  page.close();
  await vi.advanceTimersByTimeAsync(1_000);
  return page.told;
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('direct calls', () => {
  it('come to the same as the way through stages and lines, whatever handlers do', async () => {
    await fc.assert(
      fc.asyncProperty(program, async (asked) => {
        expect(await run(asked, {})).toEqual(await run(asked, { where: () => true }));
      }),
      { numRuns: 300 },
    );
  });
});
