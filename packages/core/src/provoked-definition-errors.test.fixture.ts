import * as z from 'zod';
import { adopt, type BusErrorCode, createBus, defineEvent, type Hub } from './index.ts';
import { pageCopy } from './page-copy.ts';
import { join, noted, type Provocations, thrown } from './provoked-error.test.fixture.ts';

/** Errors in how somebody uses the bus. */
export const definitionErrors = {
  'invalid-event-name': {
    provoke: () => thrown(() => defineEvent('itemAdded', { version: 1, schema: z.string() })),
    says: ['"itemAdded"', /domain:pastTense/, '"cart:itemAdded"'],
  },
  'reserved-name': {
    provoke: () => thrown(() => defineEvent('busbar:started', { version: 1, schema: z.string() })),
    says: ['"busbar:started"', /begin with "busbar:"/, /another domain/],
  },
  'invalid-contract': {
    provoke: () => thrown(() => defineEvent('cart:noted', { version: 0, schema: z.string() })),
    says: ['"cart:noted"', /version/, /whole number from 1 on/],
  },
  'invalid-source': {
    provoke: () => thrown(() => createBus({ source: '' })),
    says: ['""', /no source/, /createBus\(\{ source: "cart" \}\)/],
  },
  'invalid-pattern': {
    provoke: () => thrown(() => join().on('cart*', () => {})),
    says: ['"cart"', '"cart*"', '"cart:*"', '"cart:**"'],
  },
  'invalid-handler': {
    provoke: () => thrown(() => join().on(noted, undefined as never)),
    says: ['"cart"', '"cart:noted"', /undefined/, /Pass a function/],
  },
  'invalid-option': {
    provoke: () => thrown(() => join().on(noted, () => {}, { delivery: 'later' as never })),
    says: ['"cart"', /delivery/, '"later"', /microtask.*sync.*task.*frame.*idle/],
  },
  'invalid-stage': {
    provoke: () =>
      thrown(() => join({ stages: [{ name: 'consent', side: 'publish', after: 'sending' as never, run: () => {} }] })),
    says: ['"consent"', '"cart"', /authorize, validate, stamp/],
  },
  'invalid-event': {
    provoke: () => thrown(() => adopt(join(), { id: 'x-1', source: 'checkout' })),
    says: ['"cart"', /no event/, /its type is not an event name/, /as another context emitted them/],
  },
  'unknown-contract': {
    provoke: () => thrown(() => join({ contracts: [noted] }).emit('cart:note', 1)),
    says: ['"cart"', '"cart:note"', /Did you mean "cart:noted"\?/, /createBus\(\{ contracts \}\)/],
  },
  'contract-conflict': {
    provoke: () =>
      thrown(() => join({ contracts: [noted] }).emit(defineEvent('cart:noted', { version: 1, schema: z.string() }), 'x')),
    says: ['"cart"', '"cart:noted" v1', /different schemas/, /Raise the version/],
  },
  forbidden: {
    provoke: () => thrown(() => join({ publish: ['checkout:*'] }).emit(noted, 1)),
    says: ['"cart"', /may not publish "cart:noted"/, /may publish "checkout:\*"/],
  },
  disposed: {
    provoke: () => {
      const bus = join();
      bus.dispose();
      return thrown(() => bus.emit(noted, 1));
    },
    says: ['"cart"', /emit/, /after it was disposed/],
  },
  'protocol-mismatch': {
    provoke: () => thrown(() => createBus({ source: 'cart', hub: { protocol: 2 } as Hub })),
    says: ['"cart"', /protocol 1/, /speaks 2/, /same major version/],
  },
  'page-copy-missing': {
    provoke: () => thrown(pageCopy),
    says: [/A bundle was built/, /window\.Busbar, and there is none/, /before the bundle/, /a copy of its own/],
  },
  'page-copy-mismatch': {
    provoke() {
      Object.defineProperty(globalThis, 'Busbar', { value: { version: '0.0.9' }, configurable: true });
      const error = thrown(pageCopy);
      Reflect.deleteProperty(globalThis, 'Busbar');
      return error;
    },
    says: [/A bundle was built/, /of version "0\.0\.9"/, /same major version/, /no older minor/, /a copy of its own/],
  },
} satisfies Partial<Provocations<BusErrorCode>>;
