import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, defineEvent, isBusError } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

const pinged = defineEvent('test:pinged', { version: 1, schema: z.number() });

function newBus(): Bus {
  return createBus({ source: 'test', hub: createPatientHub() });
}

/** What a call throws, if it is a BusError. */
function refusal(call: () => unknown): unknown {
  try {
    call();
  } catch (error) {
    return isBusError(error) ? { code: error.code, details: error.details } : error;
  }
  return 'nothing was thrown';
}

describe('`on` refuses', () => {
  it.each([undefined, null, 'handler', 42, {}, []])('%j for a handler', (handler) => {
    const bus = newBus();
    expect(refusal(() => bus.on(pinged, handler as never))).toMatchObject({
      code: 'invalid-handler',
      details: { target: 'test:pinged', source: 'test' },
    });
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it.each(['cart:it*', '*cart:added', 'cart:**:added', '**:added', 'cart:***', ':*', 'cart:*:', 'cart :*', '* '])(
    '%j for a pattern',
    (pattern) => {
      const bus = newBus();
      expect(refusal(() => bus.on(pattern, () => {}))).toMatchObject({
        code: 'invalid-pattern',
        details: { pattern, source: 'test' },
      });
    },
  );

  it.each(['', 'cart', 'cart:', ':added', 'cart added', undefined, null, 42, {}, [undefined]])(
    '%j for a name or contract',
    (asked) => {
      expect(refusal(() => newBus().on(asked as never, () => {}))).toMatchObject({ code: 'invalid-event-name' });
    },
  );

  it.each([
    { delivery: 'later' },
    { priority: 'high' },
    { overlap: 'merge' },
    { overflow: 'drop' },
    { timeout: -1 },
    { timeout: Number.NaN },
    { timeout: '5s' },
    { maxQueue: -1 },
    { maxQueue: 'many' },
    { lagThreshold: -1 },
    { lagThreshold: 'soon' },
    { replay: -1 },
    { replay: 'all' },
    { replay: {} },
    { where: 'data > 1' },
    { retry: -1 },
    { retry: 'often' },
    { retry: { attempts: 'many' } },
    { retry: {} },
    { policy: {} },
    { policy: () => {} },
    { dedupe: -1 },
    { dedupe: 'id' },
    { signal: {} },
    { signal: true },
  ])('the option %j', (options) => {
    const bus = newBus();
    const [[option, given] = []] = Object.entries(options);
    expect(refusal(() => bus.on(pinged, () => {}, options as never))).toMatchObject({
      code: 'invalid-option',
      details: { option, given, source: 'test', expected: expect.any(String) },
    });
    expect(bus.metrics().subscriptions).toEqual([]);
  });

  it('everything after `dispose`', () => {
    const bus = newBus();
    const scope = bus.scope({ source: 'profile' });
    scope.dispose();
    const disposed = (action: string) => ({ code: 'disposed', details: { action, source: 'profile' } });
    expect(refusal(() => scope.on(pinged, () => {}))).toEqual(disposed('on'));
    expect(refusal(() => scope.events$(pinged))).toEqual(disposed('events$'));
    expect(refusal(() => scope.latest(pinged))).toEqual(disposed('latest'));
    expect(refusal(() => scope.scope())).toEqual(disposed('scope'));
  });

  it('what its scope may not hear', () => {
    const scope = newBus().scope({ source: 'profile', subscribe: ['cart:*'] });
    expect(refusal(() => scope.on(pinged, () => {}))).toMatchObject({
      code: 'forbidden',
      details: { action: 'subscribe', type: 'test:pinged', source: 'profile', allowed: ['cart:*'] },
    });
  });
});

describe('`on` refuses of the option `retry`', () => {
  it.each([
    { attempts: 1, delay: -1 },
    { attempts: 1, delay: 5n },
    { attempts: 1, factor: Number.NaN },
    { attempts: 1, maxDelay: 'long' },
    { attempts: 1, jitter: 2 },
    { attempts: 1, when: true },
  ])('%s', (retry) => {
    const [option, given] = Object.entries(retry)[1] ?? [];
    expect(refusal(() => newBus().on(pinged, () => {}, { retry: retry as never }))).toMatchObject({
      code: 'invalid-option',
      details: { option, given, source: 'test' },
    });
  });
});

describe('`on` takes', () => {
  it('what is read once: a getter cannot answer the check one thing and the delivery another', async () => {
    const bus = newBus();
    const seen: unknown[] = [];
    let asked = 0;
    const options = {
      get where() {
        return asked++ ? undefined : () => false;
      },
    };
    bus.on(pinged, ({ data }) => seen.push(data), options as never);
    bus.emit(pinged, 1);
    await nextTask();
    expect([seen, asked]).toEqual([[], 1]);
  });

  it.each([
    {},
    undefined,
    { timeout: 0 },
    { maxQueue: 0 },
    { replay: 0 },
    { replay: { after: 0 } },
    { retry: 0 },
    { retry: { attempts: 0 } },
    { dedupe: 0 },
    { delivery: undefined, where: undefined, signal: undefined },
  ])('the options %j', (options) => {
    const bus = newBus();
    bus.on(pinged, () => {}, options as never);
    expect(bus.metrics().subscriptions).toHaveLength(1);
  });
});

describe('`once` refuses', () => {
  it.each([{ timeout: -1 }, { timeout: 'soon' }, { where: 'data > 1' }, { delivery: 'later' }])(
    'the option %j',
    async (options) => {
      const bus = newBus();
      await expect(bus.once(pinged, options as never)).rejects.toMatchObject({ code: 'invalid-option' });
      expect(bus.metrics().subscriptions).toEqual([]);
    },
  );

  it('what is no contract', async () => {
    await expect(newBus().once(undefined as never)).rejects.toMatchObject({ code: 'invalid-event-name' });
  });
});
