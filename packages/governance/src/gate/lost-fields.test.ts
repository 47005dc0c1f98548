import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Apps } from '../lock/apps.ts';
import { contract, findings, locked } from './gate.test.fixture.ts';
import type { GateOptions } from './gate-options.ts';

const type = 'cart:changed';
type Fields = Readonly<Record<string, z.ZodType>>;
const id = z.string();
const legacyId = z.string().optional();

const reading = (versions: Readonly<Record<number, readonly string[]>>): Apps => ({
  cart: { emits: [type] },
  checkout: { reads: { [type]: versions } },
});

/** The sentences about fields that are gone, from version 1 to version 2. */
function lostBetween(before: Fields, after: Fields, places: readonly string[], options: GateOptions = {}): string[] {
  const found = findings(locked([contract(type, 1, before)]), [contract(type, 2, after)], {
    apps: reading({ 1: places }),
    ...options,
  });
  return found.filter(({ code }) => code === 'read-field-removed').map(({ message }) => message);
}

describe('a field that is gone and was read', () => {
  const tree = (fields: Fields): z.ZodType => {
    const node: z.ZodType = z.object({
      name: z.string(),
      ...fields,
      get children(): z.ZodType {
        return z.array(node);
      },
    });
    return node;
  };

  it('is found at any depth of what holds itself, and named where it is met first', () => {
    const [before, after] = [{ root: tree({ note: z.string().optional() }) }, { root: tree({}) }];
    for (const place of ['/root/note', '/root/children/*/note', '/root/children/*/children/*/note'])
      expect(lostBetween(before, after, [place])).toEqual([expect.stringContaining('Removing "root.note" from')]);
  });

  it('is not taken for read by who reads the items beside it', () => {
    const [before, after] = [{ root: tree({ note: z.string().optional() }) }, { root: tree({}) }];
    expect(lostBetween(before, after, ['/root/children', '/root/children/*', '/root/children/*/children/*'])).toEqual([]);
    const either = (fields: Fields) => ({ lines: z.union([z.array(z.string()), z.object({ id, ...fields })]) });
    expect(lostBetween(either({ legacyId }), either({}), ['/lines', '/lines/*'])).toEqual([]);
  });

  it('may stand in one shape of several', () => {
    const pay = (card: Fields) => ({
      pay: z.union([z.object({ by: z.literal('card'), ...card }), z.object({ by: z.literal('cash') })]),
    });
    const [message] = lostBetween(pay({ last: z.string().optional() }), pay({}), ['/pay', '/pay/last']);
    expect(message).toContain('Removing "pay.last" from');
  });

  it('is gone where its schema lets nothing be there', () => {
    const never = { id, legacyId: z.never().optional() };
    expect(lostBetween({ id, legacyId }, never, ['/legacyId'], { mode: 'forward' })).toHaveLength(1);
  });

  it('is not told a second time below a field that the comparison named', () => {
    const before = {
      head: z.object({ id, note: z.string().optional() }),
      prices: z.record(z.string(), z.object({ net: z.number() })),
    };
    const after = { head: z.string(), prices: z.record(z.string(), z.object({})) };
    expect(lostBetween(before, after, ['/head', '/head/note', '/prices', '/prices/*', '/prices/*/net'])).toEqual([]);
  });
});

describe('versions that nobody promised to get on with', () => {
  it('are those of another lane', () => {
    const group: GateOptions['group'] = ({ version }) => version;
    expect(lostBetween({ id, legacyId }, { id }, ['/legacyId'], { group })).toEqual([]);
  });

  it('are those before the latest where the mode asks for that alone', () => {
    const lock = locked([contract(type, 1, { id, legacyId })], [contract(type, 2, { id, legacyId })]);
    const next = [contract(type, 3, { id })];
    const codes = (version: number, mode: GateOptions['mode'] & string) =>
      findings(lock, next, { apps: reading({ [version]: ['/legacyId'] }), mode }).map(({ code }) => code);
    expect([codes(1, 'full'), codes(2, 'full')]).toEqual([[], ['read-field-removed']]);
    expect(codes(1, 'full-transitive')).toEqual(['read-field-removed']);
  });

  it('are drafts, and those past their day', () => {
    const now = new Date('2026-11-22');
    for (const lifecycle of ['draft', { deprecated: '2026-01-01' }] as const) {
      const lock = locked([contract(type, 1, { id, legacyId }, { lifecycle })]);
      const found = findings(lock, [contract(type, 2, { id })], { apps: reading({ 1: ['/legacyId'] }), now });
      expect(found.map(({ code }) => code)).toEqual([]);
    }
  });

  it('are locked no more, or not yet', () => {
    const found = findings(locked(), [contract(type, 2, { id })], { apps: reading({ 1: ['/legacyId'], 7: ['/other'] }) });
    expect(found.map(({ code }) => code)).toEqual([]);
  });
});

describe('a downcast', () => {
  const cast = (downcast: Readonly<Record<number, (data: never) => unknown>>) =>
    findings(
      locked([contract(type, 1, { id, legacyId })], [contract(type, 2, { id, legacyId })]),
      [contract(type, 3, { id }, { downcast } as never)],
      { apps: reading({ 1: ['/legacyId'] }) },
    ).map(({ code }) => code);

  it('may stand under one version of those between: the bus walks those that there are', () => {
    expect(cast({ 2: (data: object) => ({ ...data, legacyId: 'L-1' }) })).toEqual([]);
    expect(cast({ 1: (data: object) => ({ ...data, legacyId: 'L-1' }) })).toEqual([]);
  });

  it('has to give what is read', () => {
    expect(cast({ 2: (data) => data })).toEqual(['read-field-removed']);
    expect(cast({ 1: (data) => data, 2: (data) => data })).toEqual(['read-field-removed']);
  });
});

it('a version that is changed in place is told to have had what is gone', () => {
  const draft = { lifecycle: 'draft' } as const;
  const found = findings(locked([contract(type, 1, { id, legacyId }, draft)]), [contract(type, 1, { id }, draft)], {
    apps: reading({ 1: ['/id', '/legacyId'] }),
  });
  expect(found).toMatchObject([
    {
      severity: 'warning',
      message:
        'Removing "legacyId" from "cart:changed" breaks checkout, which reads it: version 1 has it as it is locked, and not as it is defined.',
      advice: 'Keep it, or let checkout do without and record its reads again.',
    },
  ]);
});
