import type { LockedContract, LockFile } from '@busbar/governance/lock';
import { lockedVersion, objectOf } from './locked-version.test.fixture.ts';

/** A lock file of a large organisation: `count` events in 25 domains of 40 apps, each with three versions. */
export function manyEventsLock(count: number): LockFile {
  const contracts = Array.from({ length: count }, (_, index) => [`domain${index % 25}:thing${index}Happened`, contractOf(index)]);
  return { lockfileVersion: 1, contracts: Object.fromEntries(contracts) };
}

function contractOf(index: number): LockedContract {
  return {
    emitters: [`app-${index % 40}`],
    listeners: [`app-${(index + 7) % 40}`, `app-${(index * 3 + 1) % 40}`],
    versions: Object.fromEntries([1, 2, 3].map((version) => [version, versionOf(index, version)])),
  };
}

function versionOf(index: number, version: number) {
  const item = objectOf({ id: { type: 'string', minLength: version }, amount: { type: 'number' }, note: { type: 'string' } }, [
    'note',
  ]);
  const fields = { key: { type: 'string' }, [`field${index}`]: { type: 'string' }, items: { type: 'array', items: item } };
  return lockedVersion(objectOf({ ...fields, at: { type: 'string', format: 'date-time' } }), {
    summary: `Thing number ${index} happened somewhere on the page`,
    owner: `team-${index % 20}`,
    tags: index % 5 === 0 ? ['funnel'] : [],
    fieldTags: index % 10 === 0 ? { '/key': ['pii'] } : {},
    examples: [{ key: `k-${index}`, [`field${index}`]: 'value', items: [{ id: 'abc', amount: 2 }], at: '2026-11-22T15:04:05Z' }],
  });
}
