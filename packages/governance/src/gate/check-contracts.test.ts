import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { hashOf } from '../lock/hash-of.ts';
import { emptyLock } from '../lock/lock-file.ts';
import { snapshot } from '../lock/snapshot.ts';
import type { Candidate } from './candidate.ts';
import { checkContracts } from './check-contracts.ts';
import { candidates, contract, findings, locked } from './gate.test.fixture.ts';

const sku = z.string();
const one = contract('cart:itemAdded', 1, { sku, name: z.string() });
const renamed = contract('cart:itemAdded', 2, { sku, title: z.string() });
const extended = contract('cart:itemAdded', 2, { sku, name: z.string(), note: z.string().optional() });
const lock = locked([one]);
const apps = { cart: { emits: ['cart:*'] }, checkout: { listens: ['cart:itemAdded'] }, profile: { listens: ['cart:*'] } };

describe('the gate', () => {
  it('lets contracts pass that nobody locked yet, and says that they should be', () => {
    const report = checkContracts(emptyLock, candidates(one));
    expect(report).toMatchObject({ passed: true, contracts: [{ contract: 'cart:itemAdded', version: 1, status: 'new' }] });
    expect(report.findings).toMatchObject([{ code: 'not-locked', severity: 'warning', version: 1 }]);
  });

  it('finds nothing about what is locked as it is', () => {
    const report = checkContracts(lock, candidates(one));
    expect(report).toMatchObject({ passed: true, findings: [], contracts: [{ status: 'unchanged', against: [] }] });
  });

  it('compares a new version with those before it', () => {
    const report = checkContracts(lock, candidates(extended));
    expect(report).toMatchObject({ passed: true, counts: { compared: 2, errors: 0, warnings: 1 } });
    expect(report.contracts).toMatchObject([{ status: 'compatible', version: 2, against: [1], impact: 'none' }]);
  });

  it('names the field, the versions and the apps of a new version that breaks', () => {
    const report = checkContracts(lock, candidates(renamed), { apps });
    expect(report.passed).toBe(false);
    expect(report.contracts).toMatchObject([{ status: 'breaking', impact: 'all' }]);
    const [backward, forward] = report.findings;
    expect(backward).toMatchObject({ code: 'backward-incompatible', version: 2, against: 1, apps: ['checkout', 'profile'] });
    expect(backward!.message).toMatch(
      /^"cart:itemAdded": readers of version 2 \(checkout, profile\) cannot read what emitters of version 1 publish: .*"title"/,
    );
    expect(forward!.message).toMatch(/readers of version 1 \(checkout, profile\) cannot read .* version 2 publish: .*"name"/);
  });

  it('reports every earlier version that breaks', () => {
    const history = locked([one], [extended]);
    const found = findings(history, [contract('cart:itemAdded', 3, { sku: z.number(), name: z.string() })], {
      mode: 'backward-transitive',
    });
    expect(found.map(({ code, against }) => [code, against])).toEqual([
      ['backward-incompatible', 2],
      ['backward-incompatible', 1],
    ]);
  });

  it('knows the mode and the policy of each contract', () => {
    const overrides = { 'cart:*': { mode: 'none' as const }, 'cart:itemAdded': { mode: 'forward' as const } };
    expect(findings(lock, [renamed], { overrides: { 'cart:*': { mode: 'none' } } })).toEqual([]);
    expect(findings(lock, [renamed], { overrides })).toMatchObject([{ code: 'forward-incompatible' }]);
  });

  it('compares within a major lane', () => {
    expect(findings(lock, [renamed], { group: ({ version }) => (version < 2 ? 1 : 2) })).toEqual([]);
  });

  it('says where a policy let something pass that may fail', () => {
    const before = locked([contract('cart:coded', 1, { sku: z.string() })]);
    const found = findings(before, [contract('cart:coded', 2, { sku: z.email() })], { policy: 'lenient', mode: 'backward' });
    expect(found).toMatchObject([
      { code: 'unchecked-change', severity: 'warning', against: 1, path: expect.stringContaining('/sku') },
    ]);
  });

  it('says which contract it judges next', () => {
    const told: unknown[] = [];
    const other = contract('account:closed', 1, { id: z.string() });
    checkContracts(lock, candidates(one, other), { onContract: (...progress) => told.push(progress) });
    expect(told).toEqual([
      ['account:closed', 0, 2],
      ['cart:itemAdded', 1, 2],
    ]);
  });

  it('orders findings by contract, errors first, and counts them', () => {
    const other = contract('account:closed', 1, { id: z.string().refine((id) => id !== '') });
    const report = checkContracts(lock, candidates(renamed, other), { apps });
    expect(report.findings.map(({ contract: type, code }) => `${type} ${code}`)).toEqual([
      'account:closed unseen-refinement',
      'account:closed not-locked',
      'cart:itemAdded backward-incompatible',
      'cart:itemAdded forward-incompatible',
      'cart:itemAdded not-locked',
    ]);
    expect(report.counts).toMatchObject({ contracts: 2, errors: 2, warnings: 3, infos: 0 });
  });
});

describe('a stable version with another shape', () => {
  const changed = contract('cart:itemAdded', 1, { sku, title: z.string() });

  it('is refused with what would break, for whom, and the casts that a version of its own needs', () => {
    const [found, ...more] = findings(lock, [changed], { apps });
    expect(more).toEqual([]);
    expect(found).toMatchObject({ code: 'changed-in-place', severity: 'error', version: 1, apps: ['checkout', 'profile'] });
    expect(found!.message).toMatch(
      /"cart:itemAdded" version 1 is stable, .*\(checkout, profile\).*"title".*\(checkout, profile\).*"name"/,
    );
    expect(found!.advice).toBe(
      'Put the shape back, or raise the version to 2. It then needs upcast: { 1: … } and downcast: { 1: … }.',
    );
  });

  it('is refused also where it would be compatible, which is said', () => {
    const optional = contract('cart:itemAdded', 1, { sku, name: z.string(), note: z.string().optional() });
    const [found] = findings(lock, [optional]);
    expect(found).toMatchObject({
      code: 'changed-in-place',
      message: expect.stringContaining('As version 2 it would be compatible.'),
    });
    expect(found!.advice).toContain('No cast is needed.');
  });

  it('is refused by every mode', () => {
    expect(findings(lock, [changed], { mode: 'none' })).toMatchObject([{ code: 'changed-in-place' }]);
  });

  it('is another description only where what is told about fields changes', () => {
    const described = contract('cart:itemAdded', 1, { sku: sku.describe('Stock keeping unit'), name: z.string() });
    expect(findings(lock, [described])).toEqual([]);
  });
});

describe('a draft', () => {
  const draft = { lifecycle: 'draft' } as const;

  it('may change its shape', () => {
    const drafts = locked([contract('cart:saved', 1, { sku }, draft)]);
    const report = checkContracts(drafts, candidates(contract('cart:saved', 1, { id: sku }, draft)));
    expect(report).toMatchObject({ passed: true, contracts: [{ status: 'draft' }] });
  });

  it('is warned of what it would break as stable', () => {
    const [found] = findings(lock, [contract('cart:itemAdded', 2, { sku, title: sku }, draft)]);
    expect(found).toMatchObject({ severity: 'warning', message: expect.stringContaining('As a draft it may') });
  });

  it('is compared when it becomes stable, though its shape stays', () => {
    const drafts = locked([one], [contract('cart:itemAdded', 2, { sku, title: sku }, draft)]);
    expect(checkContracts(drafts, candidates(renamed)).passed).toBe(false);
  });

  it('is no history for the next version', () => {
    const drafts = locked([one], [contract('cart:itemAdded', 2, { sku: z.number() }, draft)]);
    expect(findings(drafts, [contract('cart:itemAdded', 3, { sku, name: sku })])).toEqual([]);
  });
});

describe('definitions', () => {
  it('may not give one version two shapes', () => {
    expect(findings(emptyLock, [one, contract('cart:itemAdded', 1, { sku })])).toMatchObject([
      { code: 'conflicting-definitions', version: 1 },
    ]);
    expect(findings(emptyLock, [one, contract('cart:itemAdded', 1, { sku, name: z.string() })])).toEqual([]);
  });

  it('may not have the fingerprint of another shape', () => {
    const [{ described }] = candidates(one) as [ReturnType<typeof candidates>[number]];
    const fingerprint = hashOf(described);
    expect(findings(lock, [contract('cart:itemAdded', 1, { sku, name: z.string() }, { fingerprint })])).toEqual([]);
    expect(findings(lock, [contract('cart:itemAdded', 1, { sku, name: z.string() }, { fingerprint: 'sha256-0' })])).toMatchObject(
      [{ code: 'fingerprint-mismatch', advice: expect.stringContaining(fingerprint) }],
    );
  });

  it('may not have a schema that cannot be read', () => {
    const [first, second] = candidates(one, extended) as [Candidate, Candidate];
    const broken = { ...second.described, input: { $ref: '#/$defs/nothing' } };
    const { lock: before } = snapshot(emptyLock, [first.described]);
    const report = checkContracts(before, [{ described: broken }]);
    expect(report.findings).toMatchObject([{ code: 'schema-unreadable', message: expect.stringContaining('#/$defs/nothing') }]);
  });

  it('are warned of checks that nobody sees', () => {
    const refined = contract('cart:coded', 1, { code: z.string().refine((code) => code !== 'x') });
    expect(findings(locked([refined]), [refined])).toMatchObject([{ code: 'unseen-refinement', severity: 'warning' }]);
  });
});
