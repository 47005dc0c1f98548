import * as v from 'valibot';
import * as z from 'zod';
import { type BusErrorCode, defineEvent } from './index.ts';
import { counted, join, noted, type Provocation, type Provocations, thrown } from './provoked-error.test.fixture.ts';

/** What every refused payload's message begins with. */
const whoAndWhat = '"cart" emitted "cart:noted"';

function emitting(payload: () => unknown, ...says: (string | RegExp)[]): Provocation {
  return { provoke: () => thrown(() => join().emit(noted, payload())), says: [whoAndWhat, ...says] };
}

/** Refused for its size, which counts for plain events only. Their error is in the dead letter. */
function dispatching(detail: () => unknown, ...says: (string | RegExp)[]): Provocation {
  return {
    provoke() {
      const bus = join({ window, contracts: [noted] });
      window.dispatchEvent(new CustomEvent('cart:noted', { detail: detail() }));
      return bus.deadLetters.list()[0]?.error;
    },
    says: ['"window" emitted "cart:noted"', ...says],
  };
}

function cycle(): unknown {
  const cart: { self?: unknown } = {};
  cart.self = cart;
  return cart;
}

const failing = defineEvent('cart:checked', { version: 3, schema: z.string().refine(async () => true) });
const throwing = defineEvent('cart:checked', { version: 3, schema: v.pipe(v.string(), v.transform(fail)) });

function fail(): never {
  throw new Error('no such locale');
}

/** Errors in what somebody emits. */
export const payloadErrors = {
  'invalid-payload': {
    provoke: () => thrown(() => join().emit(counted, { lines: [{ quantity: 'two' as never }] })),
    says: ['"cart" emitted "cart:counted" v2', '`lines.0.quantity`', /expected number/, /Fix the emitter/],
  },
  'payload-function': emitting(() => ({ lines: [{ add: () => {} }] }), 'a function', '`lines.0.add`', /data/),
  'payload-symbol': emitting(() => ({ id: Symbol('x') }), 'a symbol', '`id`', /string/),
  'payload-cycle': emitting(cycle, 'a cycle', '`self`', /id/),
  'payload-unreadable': emitting(
    () => Object.defineProperty({}, 'price', { enumerable: true, get: fail }),
    /throws when it is read/,
    '`price`',
    /plain copy/,
  ),
  'payload-forbidden-key': emitting(() => JSON.parse('{"a":{"__proto__":1}}'), '`a.__proto__`', /constructor/, /leave them out/),
  'payload-class-instance': emitting(
    () => ({ at: new Date() }),
    'a class instance',
    '`at`',
    /plain data/,
    /ISO string for a Date/,
  ),
  'payload-dom-node': emitting(() => document.body, 'a DOM node', '`(payload)`', /id/),
  'payload-too-deep': emitting(() => JSON.parse(`${'['.repeat(65)}${']'.repeat(65)}`), /levels/, '`0.0.0.', /limits\.depth/),
  'payload-too-many-nodes': dispatching(() => ({ lines: Array(10_001) }), /values/, '`lines`', /limits\.nodes/),
  'payload-too-large': dispatching(() => ({ text: 'x'.repeat(200_000) }), /text/, '`text`', /limits\.bytes/),
  'async-schema': {
    provoke: () => thrown(() => join().emit(failing, 'x')),
    says: ['"cart:checked" v3', '"cart"', /promise/, /remove asynchronous/],
  },
  'schema-failed': {
    provoke: () => thrown(() => join().emit(throwing, 'x')),
    says: ['"cart:checked" v3', '"cart"', /threw/, /cause/],
  },
} satisfies Partial<Provocations<BusErrorCode>>;
