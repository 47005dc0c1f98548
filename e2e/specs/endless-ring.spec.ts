import { expect, type JSHandle, type Page } from '@playwright/test';
import { bestAttempt } from '../fixtures/best-attempt.ts';
import { test } from '../fixtures/probe-test.ts';
import type { PageReading } from '../probe/page-gauge.ts';

const rings = 100;
/** The event that begins a ring, and as many answers as the hub allows. */
const length = 33;

// What is timed here is the page alone.
test.use({ busbarOptions: { record: false } });

for (const delivery of ['microtask', 'sync', 'task', 'frame'] as const) {
  test(`a ring of two micro-frontends, built apart, that answer each other for ever ends and names both, and the page answers a click within 100 ms (${delivery})`, async ({
    openProbe,
    expectMessage,
  }) => {
    const attempt = async (): Promise<number> => {
      for (let ring = 0; ring < rings; ring++) expectMessage(/^uncaught: BusError: The handler of "(north|south)" for "parcel:/);
      expectMessage(/^warning: .*too-many-hops.*"north" emitted "parcel:sorted" in answer to "south: parcel:sent"/);
      const page = await openProbe('a', 'b', 'page-gauge');
      const watching = await page.evaluateHandle(() => pageGauge.watch());
      const outcome = page.evaluate(answerEachOther, { delivery, rings });
      const click = await clicked(page, watching);
      const { messages, ...counts } = await outcome;
      expect(counts).toEqual({ answers: rings * length, failed: rings, tooManyHops: rings });
      expect(messages).toEqual([expect.stringMatching(/"(north|south)" emitted .* in answer to "(?!\1)(north|south): parcel:/)]);
      return click;
    };
    expect(await bestAttempt(attempt, isQuick), 'milliseconds until the click was handled').toBeLessThan(100);
  });
}

test('a ring that hides its causes by waiting first leaves the page to answer a click within 100 ms, and ends when one of the two is unmounted', async ({
  openProbe,
}) => {
  const attempt = async (): Promise<number> => {
    const page = await openProbe('a', 'b', 'page-gauge');
    const watching = await page.evaluateHandle(() => pageGauge.watch());
    const ring = await page.evaluateHandle(answerAfterWaiting);
    await page.waitForFunction((ring) => ring.answers > 10_000, ring);
    const click = await clicked(page, watching);
    expect(await ring.evaluate(answersAfterUnmounting)).toBe(0);
    return click;
  };
  expect(await bestAttempt(attempt, isQuick), 'milliseconds until the click was handled').toBeLessThan(100);
});

const isQuick = (milliseconds: number): boolean => milliseconds < 100;

/** Clicks, and tells how many milliseconds it took until the page handled it. */
async function clicked(page: Page, watching: JSHandle<() => PageReading>): Promise<number> {
  await page.mouse.click(100, 100);
  const { clicks } = await watching.evaluate((stop) => stop());
  expect(clicks).toHaveLength(1);
  return clicks[0]!;
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

/** After an `await` nobody can tell what an event answers, so the hub cannot tell a ring either. */
function answerAfterWaiting() {
  const north = copies.a.createBus({ source: 'north' });
  const south = copies.b.createBus({ source: 'south' });
  const ring = { north, answers: 0 };
  const wait = async (): Promise<void> => {
    for (let turn = 0; turn < 20; turn++) await undefined;
    ring.answers++;
  };
  north.on(copies.a.parcel.sorted, ({ data }) => wait().then(() => north.emit(copies.a.parcel.announced, data)));
  south.on(copies.b.parcel.announced, ({ data }) => wait().then(() => south.emit(copies.b.parcel.sorted, data)));
  north.emit(copies.a.parcel.sorted, { number: 1, to: 'Oslo' });
  return ring;
}

async function answersAfterUnmounting(ring: ReturnType<typeof answerAfterWaiting>): Promise<number> {
  ring.north.dispose();
  await copies.a.settled();
  const { answers } = ring;
  await copies.a.settled();
  return ring.answers - answers;
}
