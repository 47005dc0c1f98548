import { describe, expect, it } from 'vitest';
import { createBus, defineEvent, defineEvents, type Hub, hubEvents, isBusError } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';
import { tell } from '../publish/tell.ts';

const storm = { type: 'cart:changed', source: 'cart', cause: 'rate' } as const;
const subscriber = { id: 1, source: 'cart', target: 'cart:*' };
const schema = hubEvents.stormed.schema;

function codeOf(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return isBusError(error) ? error.code : error;
  }
  return 'nothing was thrown';
}

/** Who hears what the hub tells, by what it asked for. */
async function heardBy(hub: Hub, asked: readonly string[]): Promise<string[]> {
  const heard: string[] = [];
  const bus = createBus({ source: 'test', hub });
  for (const pattern of asked) bus.on(pattern, () => heard.push(pattern));
  tell(hub, hubEvents.stormed, storm);
  await nextTask();
  return heard;
}

describe('events of the hub’s own', () => {
  it('come from `busbar`, with all that events have, and cannot be changed', async () => {
    const hub = createPatientHub();
    const event = createBus({ source: 'test', hub }).once(hubEvents.stormed);
    tell(hub, hubEvents.stormed, storm);
    expect(await event).toMatchObject({ source: 'busbar', type: 'busbar:stormed', data: storm, dataversion: 1, hops: 0 });
    expect(Object.isFrozen((await event).data)).toBe(true);
    expect((await event).id.startsWith(hub.prefix)).toBe(true);
  });

  it('are heard by their names and by patterns that begin with `busbar:`', async () => {
    const asked = ['busbar:stormed', 'busbar:*', 'busbar:**'];
    expect(await heardBy(createPatientHub(), asked)).toEqual(asked);
  });

  it('are not heard by patterns that begin with a wildcard', async () => {
    expect(await heardBy(createPatientHub(), ['*:stormed', '*:*', '**', '*:**'])).toEqual([]);
  });

  it('are heard by a scope only where its own patterns name them', () => {
    const bus = createBus({ source: 'shell', hub: createPatientHub() });
    for (const subscribe of [['**'], ['*:*'], ['cart:*']]) {
      expect(codeOf(() => bus.scope({ subscribe }).on(hubEvents.lagging, () => {}))).toBe('forbidden');
    }
    bus.scope({ subscribe: ['busbar:*'] }).on(hubEvents.lagging, () => {});
  });

  it('are nowhere kept for late subscribers', async () => {
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub });
    bus.on(hubEvents.stormed, () => {});
    tell(hub, hubEvents.stormed, storm);
    await nextTask();
    const late: unknown[] = [];
    bus.on('busbar:*', (event) => late.push(event));
    await nextTask();
    expect(late).toEqual([]);
  });

  it('are listed among the contracts once they were told', () => {
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub });
    bus.on('busbar:*', () => {});
    tell(hub, hubEvents.stormed, storm);
    const [listed] = bus.contracts();
    expect(listed).toMatchObject({ type: 'busbar:stormed', dom: 'off', definedBy: ['busbar'], emitters: ['busbar'] });
    expect(listed?.listeners).toEqual(['test']);
  });

  it('are dead letters where a handler fails, and can be mended and sent again', async () => {
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub, onError: () => {} });
    const seen: unknown[] = [];
    bus.on('busbar:*', ({ data }) => {
      if (seen.push(data) === 1) throw new Error('no');
    });
    tell(hub, hubEvents.stormed, storm);
    await nextTask();
    bus.deadLetters.redrive(() => true, { edit: (data) => ({ ...(data as object), source: 'mended' }) });
    await nextTask();
    expect(seen).toEqual([storm, { ...storm, source: 'mended' }]);
  });

  it('have the event whose handler is running for their cause', () => {
    const hub = createPatientHub();
    const bus = createBus({ source: 'test', hub });
    const pinged = defineEvent('test:pinged', { version: 1, schema });
    const causes: unknown[] = [];
    bus.on(hubEvents.stormed, ({ causationid }) => causes.push(causationid), { delivery: 'sync' });
    bus.on(pinged, () => tell(hub, hubEvents.stormed, storm), { delivery: 'sync' });
    const { id } = bus.emit(pinged, storm);
    expect(causes).toEqual([id]);
  });
});

describe('names that begin with `busbar:`', () => {
  it('are refused where an event is defined', () => {
    expect(codeOf(() => defineEvent('busbar:started', { version: 1, schema }))).toBe('reserved-name');
    expect(codeOf(() => defineEvents('busbar', { started: { version: 1, schema } }))).toBe('reserved-name');
    expect(codeOf(() => defineEvents('busbar-shop', { started: { version: 1, schema } }))).toBe('nothing was thrown');
  });

  it('are refused where an event is emitted, by contract or name, by whomever', () => {
    const hub = createPatientHub();
    for (const source of ['cart', 'busbar']) {
      const bus = createBus({ source, hub, contracts: [hubEvents.stormed] });
      expect(codeOf(() => bus.emit(hubEvents.stormed, storm))).toBe('reserved-name');
      for (const name of ['busbar:stormed', 'busbar:unknown']) expect(codeOf(() => bus.emit(name, storm))).toBe('reserved-name');
      expect(bus.metrics()).toMatchObject({ emitted: 0, deadLetters: 0 });
    }
  });
});

describe('the contracts of the hub’s own events', () => {
  it.each([
    [hubEvents.lagging, { subscriber, waited: 1_200, queueDepth: 3 }],
    [hubEvents.recovered, { subscriber, waited: 10, queueDepth: 0 }],
    [hubEvents.stormed, storm],
    [hubEvents.stormed, { ...storm, cause: 'hops', answered: 'checkout: checkout:changed' }],
    [hubEvents.breakerOpened, { subscriber, state: 'open' }],
    [hubEvents.breakerHalfOpened, { subscriber, state: 'half-open' }],
    [hubEvents.breakerClosed, { subscriber, state: 'closed', since: 'a newer copy of Busbar' }],
  ])('$type takes %j as it is', ({ schema }, value) => {
    expect(schema['~standard'].validate(value)).toEqual({ value });
  });

  it.each([
    [undefined, []],
    [null, []],
    ['text', []],
    [{ waited: 1, queueDepth: 0 }, ['subscriber']],
    [{ subscriber: null, waited: 1, queueDepth: 0 }, ['subscriber']],
    [{ subscriber: { ...subscriber, id: '1' }, waited: 1, queueDepth: 0 }, ['subscriber', 'id']],
    [{ subscriber, waited: '1', queueDepth: 0 }, ['waited']],
  ])('busbar:lagging refuses %j', (value, path) => {
    expect(hubEvents.lagging.schema['~standard'].validate(value)).toMatchObject({ issues: [{ path }] });
  });
});
