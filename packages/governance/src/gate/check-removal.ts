import { lockedVersions } from '../lock/locked-versions.ts';
import { type ContractCase, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { isRetired } from './lifecycle.ts';

/** What is wrong with a contract that is locked and not defined any more, or only in an older version. */
export function checkRemoval(judged: ContractCase): Finding[] {
  const promised = lockedVersions(judged.locked).filter(({ lifecycle }) => lifecycle !== 'draft');
  const newest = promised.at(-1);
  if (!newest) return [];
  const defined = judged.candidates.at(-1)?.described.version;
  if (defined === undefined) return judged.locked?.removed ? [] : removed(judged, newest.version, newest.lifecycle);
  return defined < newest.version ? lowered(judged, defined, newest.version) : [];
}

function removed(
  judged: ContractCase,
  version: number,
  lifecycle: ReturnType<typeof lockedVersions>[number]['lifecycle'],
): Finding[] {
  const { type, listeners, knowsApps, today } = judged;
  const about = { contract: type, version, ...(listeners.length > 0 && { apps: listeners }) };
  if (isRetired(lifecycle, today)) return [];
  if (typeof lifecycle === 'object') {
    const message = `${named(type)} is gone, and was to stay until ${lifecycle.deprecated}.${heardBy(listeners)}`;
    return [finding('removed-before-date', { ...about, message, advice: 'Define it again until that day.' })];
  }
  if (knowsApps && listeners.length === 0) {
    const message = `${named(type)} is gone. Nobody is known to listen to it.`;
    const advice = 'If that is meant, run "busbar snapshot": the lock file then keeps it as a record. Otherwise define it again.';
    return [finding('contract-removed', { ...about, severity: 'warning', message, advice })];
  }
  const message = `${named(type)} is gone.${heardBy(listeners) || ' Nobody said which apps listen to it.'}`;
  const advice = `Define it again, say lifecycle: { deprecated: '<date>' } and take it away after that day${knowsApps ? '' : ', or name the apps in the configuration'}.`;
  return [finding('contract-removed', { ...about, message, advice })];
}

function heardBy(listeners: readonly string[]): string {
  return listeners.length > 0
    ? ` ${listeners.join(', ')} listen${listeners.length > 1 ? '' : 's'} to it and would hear nothing.`
    : '';
}

function lowered({ type, listeners }: ContractCase, defined: number, locked: number): Finding[] {
  return [
    finding('version-lowered', {
      contract: type,
      version: defined,
      against: locked,
      message: `${named(type)} is defined as version ${defined}, and version ${locked} is locked already.${listeners.length > 0 ? ` ${listeners.join(', ')} may rely on version ${locked}.` : ''}`,
      advice: `Define version ${locked} as it is locked, or version ${locked + 1} if its shape has to be another one.`,
      ...(listeners.length > 0 && { apps: listeners }),
    }),
  ];
}
