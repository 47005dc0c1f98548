import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { createStore } from './dead-letter-store.test.fixture.ts';
import {
  type Bus,
  BusError,
  createBus,
  createHub,
  type DeadLetter,
  defineEvent,
  isBusError,
  keepDeadLetters,
  reject,
  type Stage,
} from './index.ts';

const noted = defineEvent('test:noted', { version: 1, schema: z.unknown() });

/** A bus whose events all end with an error that the test gives. */
function refusing(errors: unknown[]): Bus {
  const stages: Stage[] = [{ name: 'refuse', side: 'publish', before: 'retain', run: () => reject(errors.shift()) }];
  return createBus({ source: 'test', hub: createHub(), stages });
}

/** The letters of a first page, on which an event ended with each of the errors, and what a second page has of them. */
function throughStore(errors: readonly unknown[], payloads: readonly unknown[] = []) {
  const [store, first] = [createStore(), refusing([...errors])];
  keepDeadLetters(first, store);
  for (const index of errors.keys()) {
    try {
      first.emit(noted, payloads[index]);
    } catch {
      // The letter is what this is about.
    }
  }
  const second = createBus({ source: 'test', hub: createHub() });
  keepDeadLetters(second, store);
  return { before: first.deadLetters.list(), after: second.deadLetters.list(), stored: [...store.held.values()] };
}

/** A letter with all that can be read of its error and the causes of it. */
function told(letter: DeadLetter): object {
  return { ...letter, error: toldError(letter.error) };
}

function toldError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { name, message, stack, cause, code, details } = error as BusError;
  return { isBusError: isBusError(error), name, message, stack, code, details, cause: toldError(cause) };
}

const errorOf = fc.constantFrom<((message: string) => Error)[]>(
  (message) => new Error(message),
  (message) => new TypeError(message),
  (message) => Object.assign(new Error(message), { name: 'HttpError', code: 503 }),
  (message) => Object.assign(new Error(message), { code: message }),
  (message) => new BusError('timed-out', { type: 'test:noted', source: message, after: 5 }),
  (message) => new BusError('invalid-payload', { type: message, version: 1, source: 'x', issues: [{ path: 'a.0', message }] }),
);
const thrown = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(errorOf, fc.string()).map(([make, message]) => make(message)) },
  ...[fc.string(), fc.integer(), fc.bigInt(), fc.boolean(), fc.constant(null)],
);
/** An error, behind it another one, and so on; a chain ends at what is no error. */
const error = fc.array(thrown, { minLength: 1, maxLength: 9 }).map((chain) =>
  chain.reduceRight((cause, next) => {
    const isCaused = cause !== undefined && next instanceof Error;
    return isCaused ? Object.defineProperty(next, 'cause', { value: cause, configurable: true }) : next;
  }, undefined as unknown),
);
const key = fc.string().filter((name) => name !== '__proto__' && name !== 'constructor');
const payload = fc.anything({ key, withBigInt: true, maxDepth: 5 });

describe('a letter that was stored', () => {
  it('is the same on the next page, whatever its payload and its error with all its causes', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(error, payload), { maxLength: 5 }), (letters) => {
        const { before, after } = throughStore(
          letters.map(([cause]) => cause),
          letters.map(([, data]) => data),
        );
        expect(after.map(told)).toEqual(before.map(told));
      }),
    );
  });

  it('is frozen and shares nothing with the store', () => {
    const { after } = throughStore([new Error('no')], [{ lines: [{ sku: 'A-1' }] }]);
    const { event } = after[0]!;
    const { lines } = event.data as { lines: object[] };
    expect([after[0], event, lines, lines[0]].map(Object.isFrozen)).toEqual([true, true, true, true]);
  });

  it('has BusErrors again, which isBusError knows by their codes and details', () => {
    const store = createStore();
    const [first, second] = ['first', 'second'].map((source) => createBus({ source, hub: createHub() })) as [Bus, Bus];
    keepDeadLetters(first, store);
    const strict = defineEvent('test:counted', { version: 1, schema: z.number() });
    expect(() => first.emit(strict, 'x' as never)).toThrow();
    keepDeadLetters(second, store);
    const [letter] = second.deadLetters.list();
    expect(isBusError(letter?.error, 'invalid-payload') && letter.error.details.issues).toMatchObject([{ path: '' }]);
    expect(String(letter?.error)).toBe(String(first.deadLetters.list()[0]?.error));
  });

  it('has the stack of the error that was thrown', () => {
    const cause = new Error('deep');
    const { after } = throughStore([new Error('no', { cause })]);
    expect(after).toMatchObject([{ error: { cause: { stack: cause.stack } } }]);
  });

  it('ends after eight causes where they go round', () => {
    const ring: Error = new Error('round');
    ring.cause = ring;
    const depthOf = (one: unknown): number => (one instanceof Error ? 1 + depthOf(one.cause) : 0);
    expect(depthOf(throughStore([ring]).after[0]?.error)).toBe(9);
  });

  it.each<[string, unknown, string]>([
    ['a function', () => 1, '() => 1'],
    ['a symbol', Symbol('why'), 'Symbol(why)'],
    ['an object that is no error', { status: 500 }, '[object Object]'],
    ['an object that cannot be turned into text', Object.create(null), 'object'],
    ['a revoked proxy', revoked(), 'object'],
  ])('tells as text what structured clones do not take: %s', (_what, value, text) => {
    expect(throughStore([value]).stored[0]?.error).toBe(text);
  });
});

function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}
