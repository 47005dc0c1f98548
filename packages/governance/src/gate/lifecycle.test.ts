import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Lifecycle } from '../contracts/described-contract.ts';
import { snapshot } from '../lock/snapshot.ts';
import { checkContracts } from './check-contracts.ts';
import { candidates, contract, findings, locked } from './gate.test.fixture.ts';

const id = z.string();
const now = new Date('2026-11-22T12:00:00Z');
const apps = { shop: { emits: ['order:*'] }, mail: { listens: ['order:placed'] } };

function placed(lifecycle: Lifecycle, version = 1) {
  return contract('order:placed', version, { id }, { lifecycle } as object);
}

describe('the life of a contract', () => {
  it('goes from draft to stable to deprecated', () => {
    const deprecated = placed({ deprecated: '2027-03-31' });
    expect(findings(locked([placed('draft')]), [placed('stable')], { now })).toEqual([]);
    expect(findings(locked([placed('stable')]), [deprecated], { now })).toEqual([]);
    expect(findings(locked([placed('draft')]), [deprecated], { now })).toEqual([]);
  });

  it('does not go back', () => {
    expect(findings(locked([placed('stable')]), [placed('draft')])).toMatchObject([{ code: 'lifecycle-reversed', version: 1 }]);
    const deprecated = locked([placed({ deprecated: '2027-03-31' })]);
    expect(findings(deprecated, [placed('stable')])).toMatchObject([{ code: 'lifecycle-reversed' }]);
  });

  it('ends on a day of the calendar', () => {
    for (const date of ['2027-02-30', 'next year', '2027-3-1']) {
      expect(findings(locked(), [placed({ deprecated: date })], { now })).toMatchObject([{ code: 'deprecation-date-invalid' }]);
    }
  });

  it('ends with a successor that exists', () => {
    const successor = contract('order:made', 1, { id });
    const deprecated = placed({ deprecated: '2027-03-31', successor: 'order:made' });
    expect(findings(locked(), [deprecated], { now })).toMatchObject([{ code: 'successor-missing' }]);
    expect(findings(locked(), [deprecated, successor], { now })).toEqual([]);
  });
});

describe('a deprecated contract', () => {
  const deprecated = placed({ deprecated: '2026-11-20' });

  it('that is past its date and still listened to is a warning', () => {
    expect(findings(locked([deprecated]), [deprecated], { now, apps })).toMatchObject([
      { code: 'deprecated-in-use', severity: 'warning', apps: ['mail'], message: expect.stringContaining('mail still listens') },
    ]);
  });

  it('may be gone past its date', () => {
    const report = checkContracts(locked([deprecated]), [], { now, apps: { shop: apps.shop } });
    expect(report).toMatchObject({ passed: true, findings: [], contracts: [{ status: 'removed' }] });
  });

  it('may not be gone before its date', () => {
    const found = findings(locked([placed({ deprecated: '2026-11-23' })]), [], { now, apps });
    expect(found).toMatchObject([
      { code: 'removed-before-date', severity: 'error', message: expect.stringContaining('2026-11-23') },
    ]);
  });

  it('is no history once its date has come', () => {
    const lock = locked([deprecated]);
    const second = contract('order:placed', 2, { number: z.number() });
    expect(findings(lock, [second], { now })).toEqual([]);
    expect(findings(lock, [second], { now: new Date('2026-11-19T00:00:00Z') })).not.toEqual([]);
  });
});

describe('a contract that is gone', () => {
  const lock = locked([placed('stable')]);

  it('is an error that names who would hear nothing', () => {
    expect(findings(lock, [], { apps })).toMatchObject([
      { code: 'contract-removed', severity: 'error', apps: ['mail'], message: expect.stringContaining('mail listens to it') },
    ]);
  });

  it('is a warning where nobody listens to it, until a snapshot has kept it as a record', () => {
    const nobody = { shop: apps.shop };
    expect(findings(lock, [], { apps: nobody })).toMatchObject([{ code: 'contract-removed', severity: 'warning' }]);
    const { lock: next } = snapshot(lock, [], { apps: nobody, complete: true });
    expect(findings(next, [], { apps: nobody })).toEqual([]);
  });

  it('is an error where nobody said who listens', () => {
    expect(findings(lock, [])).toMatchObject([
      { code: 'contract-removed', severity: 'error', advice: expect.stringContaining('name the apps') },
    ]);
  });

  it('is nothing where it was a draft', () => {
    expect(findings(locked([placed('draft')]), [])).toEqual([]);
  });

  it('may not come back with a lower version', () => {
    const second = locked([placed('stable')], [placed('stable', 2)]);
    expect(findings(second, [placed('stable')])).toMatchObject([{ code: 'version-lowered', version: 1, against: 2 }]);
    const { lock: gone } = snapshot(second, [], { apps: { shop: apps.shop }, complete: true });
    expect(findings(gone, [placed('stable')])).toMatchObject([{ code: 'version-lowered' }]);
  });
});

describe('apps', () => {
  it('that emit what nobody hears, or listen to what nobody emits, are told', () => {
    const contracts = [placed('stable'), contract('cart:emptied', 1, { id })];
    const lock = locked(contracts);
    expect(
      findings(lock, contracts, { apps: { shop: { emits: ['order:placed'] }, mail: { listens: ['cart:*'] } } }),
    ).toMatchObject([
      { code: 'never-emitted', contract: 'cart:emptied', apps: ['mail'], severity: 'info' },
      { code: 'never-heard', contract: 'order:placed', apps: ['shop'], severity: 'info' },
    ]);
  });

  it('that name an event which nobody defines are warned', () => {
    const found = findings(locked([placed('stable')]), [placed('stable')], {
      apps: { ...apps, ads: { listens: ['order:plcaed'] } },
    });
    expect(found).toMatchObject([{ code: 'unknown-event', contract: 'order:plcaed', apps: ['ads'] }]);
  });
});

describe('severities', () => {
  it('are changed by code, but for errors of the gate', () => {
    const report = checkContracts(locked(), candidates(placed('stable')), { severities: { 'not-locked': 'error' } });
    expect(report).toMatchObject({ passed: false, counts: { errors: 1 } });
    const lock = locked([placed('stable')]);
    expect(findings(lock, [], { apps, severities: { 'contract-removed': 'off' } })).toMatchObject([{ severity: 'error' }]);
    expect(findings(lock, [], { apps: {}, severities: { 'contract-removed': 'off' } })).toEqual([]);
  });
});
