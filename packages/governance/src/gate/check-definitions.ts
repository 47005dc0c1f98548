import { type ContractCase, type HashedCandidate, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { groupBy } from './group-by.ts';

/** What is wrong with the definitions by themselves: two of one version, a wrong fingerprint, checks that nobody sees change. */
export function checkDefinitions({ type, candidates }: ContractCase): Finding[] {
  const byVersion = groupBy(candidates, ({ described }) => described.version);
  const conflicts = [...byVersion].filter(([, same]) => new Set(same.map(({ hash }) => hash)).size > 1);
  return [
    ...conflicts.map(([version, same]) =>
      finding('conflicting-definitions', {
        contract: type,
        version,
        message: `${named(type, version)} is defined ${same.length} times, with different shapes.`,
        advice: 'Define it once and import it everywhere, or give the other shape a version of its own.',
      }),
    ),
    ...candidates.flatMap((candidate) => [...wrongFingerprint(type, candidate), ...unseenRefinements(type, candidate)]),
  ];
}

function wrongFingerprint(type: string, { described: { version }, contract, hash }: HashedCandidate): Finding[] {
  const fingerprint = contract?.fingerprint;
  if (fingerprint === undefined || fingerprint === hash) return [];
  return [
    finding('fingerprint-mismatch', {
      contract: type,
      version,
      message: `${named(type, version)} says that its fingerprint is ${fingerprint}, and its shape has ${hash}. Copies of it on a page would be taken for another contract.`,
      advice: `Write fingerprint: '${hash}', or leave it out.`,
    }),
  ];
}

function unseenRefinements(type: string, { described: { version, unseen } }: HashedCandidate): Finding[] {
  if (unseen.length === 0) return [];
  return [
    finding('unseen-refinement', {
      contract: type,
      version,
      path: unseen[0]!,
      message: `${named(type, version)} checks something that JSON Schema cannot say, at ${unseen.join(', ')}. Nobody sees when it changes.`,
      advice: "Give each such check an id, with .meta({ rule: 'what-it-asks-for' }), and another id when it changes.",
    }),
  ];
}
