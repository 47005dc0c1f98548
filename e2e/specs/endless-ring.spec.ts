import { expect, type JSHandle, type Page } from '@playwright/test';
import { test } from '../fixtures/probe-test.ts';
import type { PageReading } from '../probe/page-gauge.ts';

const rings = 100;
/** The event that begins a ring, and as many answers as the hub allows. */
const length = 33;

for (const delivery of ['microtask', 'sync', 'task', 'frame'] as const) {
  test(`a ring of two micro-frontends, built apart, that answer each other for ever ends and names both, and the page answers a click within 100 ms (${delivery})`, async ({
    openProbe,
    expectMessage,
  }) => {
    for (let ring = 0; ring < rings; ring++) expectMessage(/^uncaught: BusError: The handler of "(north|south)" for "parcel:/);
    expectMessage(/^warning: .*too-many-hops.*"north" emitted "parcel:sorted" in answer to "south: parcel:sent"/);
    const page = await openProbe('a', 'b', 'page-gauge');
    const watching = await page.evaluateHandle(() => pageGauge.watch());
    const outcome = page.evaluate(answerEachOther, { delivery, rings });
    await expectQuickClick(page, watching);
    const { messages, ...counts } = await outcome;
    expect(counts).toEqual({ answers: rings * length, failed: rings, tooManyHops: rings });
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(/"(north|south)" emitted .* in answer to "(?!\1)(north|south): parcel:/);
  });
}

async function expectQuickClick(page: Page, watching: JSHandle<() => PageReading>): Promise<void> {
  await page.mouse.click(100, 100);
  const { clicks } = await watching.evaluate((stop) => stop());
  expect(clicks).toHaveLength(1);
  expect(clicks[0], 'milliseconds until the click was handled').toBeLessThan(100);
}

/** Begins so many rings, and resolves when all have ended. Each answer takes 0.2 ms, so that the rings are still there when somebody clicks. */
async function answerEachOther({ delivery, rings }: { delivery: 'microtask' | 'sync' | 'task' | 'frame'; rings: number }) {
  const north = copies.a.createBus({ source: 'north' });
  const south = copies.b.createBus({ source: 'south' });
  let answers = 0;
  const answer = (emit: () => unknown): void => {
    answers++;
    pageGauge.block(0.2);
    emit();
  };
  north.on(copies.a.parcel.sent, ({ data }) => answer(() => north.emit(copies.a.parcel.sorted, data)), { delivery });
  south.on(copies.b.parcel.sorted, ({ data }) => answer(() => south.emit(copies.b.parcel.sent, data)), { delivery });
  let failed = 0;
  const ended = new Promise<void>((resolve) => {
    north.deadLetters.subscribe(({ reason }) => reason === 'failed' && ++failed === rings && resolve());
  });
  for (let number = 0; number < rings; number++) {
    north.emit(copies.a.parcel.sent, { number, to: 'Oslo' });
    // Synchronous handlers run while `emit` does, so there each ring has a task of its own.
    if (delivery === 'sync') await copies.a.settled();
  }
  await ended;
  await copies.a.settled();
  const letters = north.deadLetters.list();
  const messages = letters.filter(({ reason }) => reason === 'too-many-hops').map(({ error }) => (error as Error).message);
  return { answers, failed, tooManyHops: messages.length, messages: [...new Set(messages)] };
}
