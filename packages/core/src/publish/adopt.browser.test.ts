import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Bus, createBus, createHub, defineEvent, hubEvents } from '../index.ts';
import { contractOf, dispatch, hearing, joinPage, settled } from './plain-events.test.fixture.ts';

describe('a plain event on window', () => {
  it('reaches the subscribers of the bus, validated, after the dispatch', async () => {
    const contract = contractOf({ version: 2, schema: z.object({ sku: z.string(), quantity: z.number().default(1) }) });
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, { sku: 'A-1', more: true });
    expect(heard).toEqual([]);
    await settled(bus);
    expect(heard).toEqual([
      {
        id: expect.any(String),
        source: 'window',
        type: contract.type,
        time: expect.any(Number),
        sequence: 1,
        dataversion: 2,
        data: { sku: 'A-1', quantity: 1 },
        hops: 0,
      },
    ]);
  });

  it('shares nothing with its detail, which stays as it was', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    const detail = { lines: ['A-1'] };
    dispatch(contract.type, detail);
    detail.lines.push('changed');
    await settled(bus);
    expect(heard[0]?.data).toEqual({ lines: ['A-1'] });
    expect(heard[0]?.data).not.toBe(detail);
  });

  it('is one event, however many buses of the page use the contract', async () => {
    const hub = createHub({ window });
    const contract = contractOf();
    const buses = ['cart', 'checkout'].map((source) => createBus({ source, hub, contracts: [contract] }));
    const heard: number[] = [];
    for (const bus of buses) bus.on(contract, ({ sequence }) => heard.push(sequence));
    dispatch(contract.type);
    await settled(buses[0] as Bus);
    expect(heard).toEqual([1, 1]);
  });

  it('is kept for late subscribers, even if nobody has subscribed yet', async () => {
    const contract = contractOf({ retain: 'latest' });
    const bus = joinPage([contract]);
    dispatch(contract.type, 'early');
    expect(await bus.once(contract)).toMatchObject({ data: 'early', source: 'window', replayed: true });
  });

  it('is published by window in the catalogue, whatever the bus may publish', async () => {
    const contract = contractOf();
    const bus = createBus({ source: 'cart', hub: createHub({ window }), contracts: [contract], publish: [] });
    dispatch(contract.type);
    expect(bus.contracts()).toMatchObject([{ type: contract.type, emitters: ['window'] }]);
  });

  it('is heard without a detail, too', async () => {
    const contract = contractOf({ schema: z.undefined() });
    const { bus, heard } = hearing(contract);
    dispatch(contract.type);
    window.dispatchEvent(new Event(contract.type));
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual([undefined, undefined]);
  });

  it('is not heard under a name that has no contract', async () => {
    const { bus, heard } = hearing(contractOf());
    bus.on('nobody:knows', (event) => heard.push(event));
    bus.on('**', (event) => heard.push(event), { where: ({ type }) => type.startsWith('nobody') });
    dispatch('nobody:knows', 'x');
    await settled(bus);
    expect(heard).toEqual([]);
  });
});

describe('a plain event elsewhere', () => {
  it('is heard where it bubbles up, from the document or an element', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, 'document', document);
    dispatch(contract.type, 'element', document.body);
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual(['document', 'element']);
  });

  it('is heard out of a shadow tree if it is composed', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    const host = document.body.appendChild(document.createElement('div'));
    const inside = host.attachShadow({ mode: 'closed' }).appendChild(document.createElement('button'));
    dispatch(contract.type, 'hidden', inside);
    dispatch(contract.type, 'shown', inside, { bubbles: true, composed: true });
    await settled(bus);
    host.remove();
    expect(heard.map(({ data }) => data)).toEqual(['shown']);
  });

  it('is left alone where it does not bubble', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    dispatch(contract.type, 'document', document, {});
    dispatch(contract.type, 'element', document.body, {});
    dispatch(contract.type, 'detached', document.createElement('div'));
    dispatch(contract.type, 'window', window, {});
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual(['window']);
  });

  it('is heard though a plain listener on its way stops it', async () => {
    const contract = contractOf();
    const stop = (event: Event): void => event.stopImmediatePropagation();
    const { bus, heard } = hearing(contract);
    window.addEventListener(contract.type, stop, { capture: true });
    document.addEventListener(contract.type, stop, { capture: true });
    document.body.addEventListener(contract.type, stop);
    dispatch(contract.type, 'window', window);
    dispatch(contract.type, 'document', document);
    dispatch(contract.type, 'element', document.body);
    document.removeEventListener(contract.type, stop, { capture: true });
    document.body.removeEventListener(contract.type, stop);
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual(['window', 'document', 'element']);
  });
});

describe('a dispatch inside', () => {
  it('a handler is caused by the event that it handles', async () => {
    const [outer, inner] = [contractOf({ dom: 'off' }), contractOf()];
    const { bus, heard } = hearing(inner);
    bus.on(outer, () => dispatch(inner.type, 'inside'));
    const cause = bus.emit(outer, 'outside', { correlationid: 'visit-9' });
    await vi.waitFor(() => expect(heard).toHaveLength(1));
    expect(heard[0]).toMatchObject({ source: 'window', causationid: cause.id, correlationid: 'visit-9', hops: 1 });
  });

  it('a plain listener is heard, however deep', async () => {
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    window.addEventListener(contract.type, (event) => {
      const left = (event as CustomEvent).detail as number;
      if (left > 0) dispatch(contract.type, left - 1);
    });
    dispatch(contract.type, 10);
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  });

  it('a ring of handlers ends at the limit of hops, with a warning and a dead letter', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf();
    const { bus, heard } = hearing(contract);
    bus.on(contract, () => dispatch(contract.type, heard.length));
    dispatch(contract.type, 0);
    await vi.waitFor(() => expect(bus.deadLetters.list()).toHaveLength(1));
    expect(bus.deadLetters.list()).toMatchObject([{ reason: 'too-many-hops', event: { source: 'window', hops: 33 } }]);
    expect(heard.at(-1)?.hops).toBe(32);
    expect(warn).toHaveBeenCalledTimes(1);
  });
});

describe('plain events over the rate of their contract', () => {
  it('are dead letters of the source `window`, with one warning and one `busbar:stormed`', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const contract = contractOf({ rate: { limit: 2, per: 60_000 } });
    const { bus, heard } = hearing(contract);
    const storms: unknown[] = [];
    bus.on(hubEvents.stormed, ({ data }) => storms.push(data));
    for (const detail of [1, 2, 3, 4]) dispatch(contract.type, detail);
    bus.emit(contract, 'its own');
    await settled(bus);
    expect(heard.map(({ data }) => data)).toEqual([1, 2, 'its own']);
    const letter = { reason: 'rate-exceeded', event: { source: 'window', type: contract.type } };
    expect(bus.deadLetters.list()).toMatchObject([letter, letter]);
    expect(storms).toEqual([{ type: contract.type, source: 'window', cause: 'rate' }]);
    expect(warn.mock.calls).toEqual([[expect.stringMatching(/^\[busbar rate-exceeded .* "window" emits /)]]);
  });
});

describe('versions', () => {
  const older = (type: string) => defineEvent(type, { version: 1, schema: z.looseObject({ id: z.string() }) });
  const newer = (type: string) => defineEvent(type, { version: 2, schema: z.looseObject({ sku: z.string() }) });

  it('are tried from the newest on', () => {
    const { type } = contractOf();
    const bus = joinPage([older(type), newer(type)]);
    const versions: number[] = [];
    bus.on('**', ({ dataversion }) => versions.push(dataversion), { delivery: 'sync' });
    dispatch(type, { id: 'A-1' });
    dispatch(type, { sku: 'A-1' });
    dispatch(type, { id: 'A-1', sku: 'A-1' });
    expect(versions).toEqual([1, 2, 2]);
  });

  it('are refused with the newest one’s reasons where none fits', () => {
    vi.spyOn(console, 'warn').mockImplementation(() => {});
    const { type } = contractOf();
    const bus = joinPage([newer(type), older(type)]);
    dispatch(type, { colour: 'red' });
    expect(bus.deadLetters.list()).toMatchObject([
      {
        reason: 'invalid',
        error: { code: 'invalid-payload', details: { version: 2, source: 'window', issues: [{ path: 'sku' }] } },
      },
    ]);
  });
});
