import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Contestant, Handle, Payload } from './contestant.ts';
import { contestants } from './contestants.ts';
import { profiles } from './profiles.ts';

const item: Payload = { sku: 'A-1', quantity: 2, price: 199.5, gift: false };
const named = contestants.map((contestant) => [contestant.name, contestant] as const);
const failure = new Error('A handler fails.');

let reported: unknown[] = [];

function note(event: ErrorEvent): void {
  if (event.error === failure || event.error?.cause === failure) {
    reported.push(event.error);
    // Before the test runner hears of it.
    event.stopImmediatePropagation();
    event.preventDefault();
  }
}

beforeEach(() => {
  reported = [];
  window.addEventListener('error', note, { capture: true });
  vi.spyOn(console, 'error').mockImplementation(() => {});
});

afterEach(() => window.removeEventListener('error', note, { capture: true }));

/** Emits payloads to three subscribers, and answers who was given what, as it was then. */
async function emitToThree({ open }: Contestant, payloads: readonly Payload[], handle: Handle = () => {}) {
  const given: [subscriber: number, payload: Payload][] = [];
  const course = open(3, (payload, subscriber) => {
    given.push([subscriber, { ...payload }]);
    handle(payload, subscriber);
  });
  const thrown = payloads.flatMap((payload) => refusal(() => course.emit(payload)));
  await course.settled();
  course.close();
  return { given, thrown, course };
}

function refusal(emit: () => void): unknown[] {
  try {
    emit();
    return [];
  } catch (error) {
    return [error];
  }
}

test('all who are told of are there, in the same order', () => {
  expect(contestants.map(({ name }) => name)).toEqual(profiles.map(({ name }) => name));
});

describe.each(named)('%s', (_name, contestant) => {
  const { traits } = contestant;

  test('gives each event to each handler, in order, equal to what was emitted', async () => {
    const other = { ...item, sku: 'A-2' };
    const { given, thrown } = await emitToThree(contestant, [item, other]);
    const expected = [item, other].flatMap((payload) => [0, 1, 2].map((subscriber) => [subscriber, payload]));
    expect([given, thrown]).toEqual([expected, []]);
  });

  test('calls nobody any more once it is closed', async () => {
    const { given, course } = await emitToThree(contestant, []);
    refusal(() => course.emit(item));
    await course.settled();
    expect(given).toEqual([]);
  });

  test(`${traits.validates ? 'refuses' : 'lets through'} a payload of another shape`, async () => {
    const { given, thrown } = await emitToThree(contestant, [{ ...item, quantity: 'two' } as never]);
    expect([given.length, thrown.length]).toEqual(traits.validates ? [0, 1] : [3, 0]);
  });

  test(`${traits.isolates ? 'calls' : 'does not call'} the others when a handler throws`, async () => {
    const { given } = await emitToThree(contestant, [item], (_payload, subscriber) => {
      if (subscriber === 0) throw failure;
    });
    expect(given.length).toBe(traits.isolates ? 3 : 1);
    // RxJS reports in a task of its own.
    if (contestant.package === 'rxjs') await expect.poll(() => reported).toEqual([failure]);
  });

  test(`${traits.freezes ? 'keeps' : 'does not keep'} what a handler changes from the next one`, async () => {
    const { given } = await emitToThree(contestant, [{ ...item }], (payload) => {
      if (!Object.isFrozen(payload)) Object.assign(payload, { quantity: payload.quantity + 1 });
    });
    expect(given.map(([, { quantity }]) => quantity)).toEqual(traits.freezes ? [2, 2, 2] : [2, 3, 4]);
  });

  test(`${traits.replays ? 'gives' : 'does not give'} a late subscriber what came before`, async () => {
    const heard: Payload[] = [];
    await contestant.hearLate(item, (payload) => heard.push(payload));
    expect(heard).toEqual(traits.replays ? [item] : []);
  });
});
