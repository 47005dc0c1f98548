import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { describeContract } from '../contracts.ts';
import type { Apps } from '../lock/apps.ts';
import { formatLock } from '../lock/format-lock.ts';
import type { LockFile } from '../lock/lock-file.ts';
import { parseLock } from '../lock/parse-lock.ts';
import { snapshot } from '../lock/snapshot.ts';
import { contract, findings, locked } from './gate.test.fixture.ts';

const type = 'cart:changed';
const line = z.object({ sku: z.string(), price: z.number().optional() });
const before = contract(type, 1, { id: z.string(), legacyId: z.string().optional(), lines: z.array(line).optional() });
const lock = locked([before]);

/** Apps with what each reads of version 1, and one that emits it. */
function reading(places: Readonly<Record<string, readonly string[]>>): Apps {
  return {
    cart: { emits: [type] },
    ...Object.fromEntries(Object.entries(places).map(([app, read]) => [app, { reads: { [type]: { 1: read } } }])),
  };
}

const codesOf = (found: ReturnType<typeof findings>): string[] => found.map(({ code }) => code);

describe('a field that is gone in the next version', () => {
  const without = contract(type, 2, { id: z.string(), lines: z.array(line).optional() });

  it('breaks the apps whose tests saw them read it, by name', () => {
    const [found] = findings(lock, [without], { apps: reading({ checkout: ['/id', '/legacyId'], profile: ['/id'] }) });
    expect(found).toMatchObject({
      code: 'read-field-removed',
      severity: 'error',
      version: 2,
      against: 1,
      apps: ['checkout'],
      message: 'Removing "legacyId" from "cart:changed" breaks checkout, which reads it: version 1 has it, version 2 has not.',
      advice: 'Keep it, give version 2 a downcast that fills it in, or let checkout do without and record its reads again.',
    });
  });

  it('breaks nobody where nobody was seen to read it', () => {
    expect(findings(lock, [without], { apps: reading({ checkout: ['/id'] }) })).toEqual([]);
  });

  it('breaks nobody where a downcast fills it in', () => {
    const downcast = { 1: (data: unknown) => ({ ...(data as object), legacyId: 'L-1' }) };
    const cast = contract(
      type,
      2,
      { id: z.string(), lines: z.array(line).optional() },
      { downcast, upcast: { 1: (old) => old } },
    );
    expect(codesOf(findings(lock, [cast], { apps: reading({ checkout: ['/legacyId'] }) }))).not.toContain('read-field-removed');
  });

  it('breaks nobody where readers change first', () => {
    const apps = reading({ checkout: ['/legacyId'] });
    expect(findings(lock, [without], { apps, mode: 'backward-transitive' })).toEqual([]);
  });

  it('is warned of while the next version is a draft', () => {
    const draft = contract(type, 2, { id: z.string(), lines: z.array(line).optional() }, { lifecycle: 'draft' });
    const found = findings(lock, [draft], { apps: reading({ checkout: ['/legacyId'] }) });
    expect(found).toMatchObject([{ code: 'read-field-removed', severity: 'warning' }]);
  });

  it.each([
    [['/lines', '/lines/*', '/lines/*/price'], '"lines[].price"'],
    [['/**'], '"lines[].price"'],
    [['/lines/**'], '"lines[].price"'],
    [['/lines/0/price'], '"lines[].price"'],
  ])('may lie deep: %j', (places, name) => {
    const flat = z.array(z.object({ sku: z.string() }));
    const next = contract(type, 2, { id: z.string(), legacyId: z.string().optional(), lines: flat.optional() });
    const [found] = findings(lock, [next], { apps: reading({ checkout: places }) });
    expect(found?.message).toContain(`Removing ${name} from "cart:changed" breaks checkout`);
  });

  it('is told without what was in it', () => {
    const next = contract(type, 2, { id: z.string(), legacyId: z.string().optional() });
    const [found] = findings(lock, [next], { apps: reading({ checkout: ['/lines', '/lines/*', '/lines/*/sku'] }) });
    expect(found?.message).toContain('Removing "lines" from');
  });

  it('is told by the comparison where that found it already, with who reads it', () => {
    const required = locked([contract(type, 1, { id: z.string(), price: z.number() })]);
    const found = findings(required, [contract(type, 2, { id: z.string() })], {
      apps: reading({ checkout: ['/price'], profile: ['/id'] }),
    });
    const forward = found.find(({ direction }) => direction === 'forward');
    expect(codesOf(found)).not.toContain('read-field-removed');
    expect(forward?.message).toContain('checkout reads "price".');
    expect(forward?.message).not.toContain('profile reads');
  });

  it.each([
    [z.record(z.string(), z.object({ net: z.number() })), z.record(z.string(), z.object({ net: z.string() })), '"prices.*.net"'],
    [z.tuple([z.string(), z.number()]), z.tuple([z.string(), z.string()]), '"prices[1]"'],
    [z.array(z.number()), z.array(z.string()), '"prices[]"'],
  ])('is told by the comparison with who reads it, values and items as well: %#', (one, other, name) => {
    const prices = locked([contract(type, 1, { prices: one })]);
    const found = findings(prices, [contract(type, 2, { prices: other })], {
      apps: reading({ checkout: ['/prices', '/prices/*', '/prices/*/net'] }),
    });
    expect(found.map(({ message }) => message)).toEqual([
      expect.stringContaining(`checkout reads ${name}.`),
      expect.stringContaining(`checkout reads ${name}.`),
    ]);
  });

  it('is told of a stable version that was changed in place, with who reads it', () => {
    const changed = contract(type, 1, { id: z.string(), lines: z.array(line.omit({ price: true })).optional() });
    const [found] = findings(lock, [changed], {
      apps: reading({ checkout: ['/id'], profile: ['/lines', '/lines/*', '/lines/*/sku'] }),
    });
    expect(found?.code).toBe('changed-in-place');
    expect(found?.message).not.toContain(' reads ');
    const gone = contract(type, 1, { legacyId: z.string().optional(), lines: z.array(line).optional() });
    const [told] = findings(lock, [gone], { apps: reading({ checkout: ['/id'] }) });
    expect(told?.message).toContain('checkout reads "id".');
  });

  it('is gone also where the object is open to other fields', () => {
    const open = (fields: Readonly<Record<string, z.ZodType>>) => z.looseObject(fields);
    const [one, other] = [open({ id: z.string(), note: z.string().optional() }), open({ id: z.string() })];
    const nested = locked([contract(type, 1, { head: one })]);
    const found = findings(nested, [contract(type, 2, { head: other })], { apps: reading({ checkout: ['/head/note'] }) });
    expect(found.map(({ message }) => message).join()).toContain('checkout reads "head.note"');
  });
});

describe('a field that nobody reads', () => {
  it('is told once every listener was recorded', () => {
    const apps = reading({ checkout: ['/id'], profile: ['/id', '/lines', '/lines/*', '/lines/*/sku'] });
    expect(findings(lock, [before], { apps })).toMatchObject([
      {
        code: 'field-unread',
        severity: 'info',
        message: 'Nobody reads "legacyId", "lines[].price" of "cart:changed": checkout, profile were recorded and did not.',
      },
    ]);
  });

  it('is not told while a listener was not recorded', () => {
    const apps = { ...reading({ checkout: ['/id'] }), profile: { listens: [type] } };
    expect(findings(lock, [before], { apps })).toEqual([]);
  });

  it('is not told where a recording of the event has no version in it', () => {
    const apps = { ...reading({ checkout: ['/id'] }), profile: { reads: { [type]: {} } } };
    expect(findings(lock, [before], { apps })).toEqual([]);
  });

  it('is read at any depth of what holds itself, and only once', () => {
    const node: z.ZodType = z.object({
      name: z.string(),
      note: z.string(),
      get children(): z.ZodType {
        return z.array(node);
      },
    });
    const thread = contract(type, 1, { root: node });
    const places = ['/root', '/root/children', '/root/children/*', '/root/children/*/name'];
    const [found] = findings(locked([thread]), [thread], { apps: reading({ checkout: places }) });
    expect(found?.message).toContain('Nobody reads "root.note" of');
  });

  it('is not told of a version that nobody has been recorded with yet', () => {
    const next = contract(type, 2, {
      id: z.string(),
      legacyId: z.string().optional(),
      lines: z.array(line).optional(),
      note: z.string().optional(),
    });
    const apps = { ...reading({ checkout: ['/id'] }) };
    expect(findings(lock, [next], { apps })).toEqual([]);
  });
});

describe('what apps read', () => {
  const taken = (from: LockFile, apps: Apps) => snapshot(from, [describeContract(before)], { apps });

  it('is locked with the contract, and read again', () => {
    const { lock: next, changes } = taken(lock, reading({ checkout: ['/legacyId', '/id', '/id'] }));
    expect(changes).toContainEqual({ contract: type, kind: 'reads' });
    expect(parseLock(formatLock(next)).contracts[type]?.reads).toEqual({ checkout: { 1: ['/id', '/legacyId'] } });
  });

  it('is known from the lock file where nothing is recorded now', () => {
    const { lock: next } = taken(lock, reading({ checkout: ['/legacyId'] }));
    const found = findings(next, [contract(type, 2, { id: z.string(), lines: z.array(line).optional() })]);
    expect(codesOf(found)).toContain('read-field-removed');
  });

  it('stays locked for apps that recorded nothing this time, and goes with an app that is gone', () => {
    const { lock: first } = taken(lock, reading({ checkout: ['/id'], profile: ['/id'] }));
    const { lock: next } = snapshot(first, [describeContract(before)], { apps: { checkout: {} } });
    expect(next.contracts[type]?.reads).toEqual({ checkout: { 1: ['/id'] } });
  });

  it('makes listeners of those who read', () => {
    const { lock: next } = taken(lock, reading({ checkout: [] }));
    expect(next.contracts[type]?.listeners).toEqual(['checkout']);
  });
});
