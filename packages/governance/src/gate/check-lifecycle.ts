import type { Lifecycle } from '../contracts/described-contract.ts';
import { lockedVersion } from '../lock/locked-versions.ts';
import { type ContractCase, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';
import { isDate, isRetired, isReversed, stageOf } from './lifecycle.ts';

/**
 * What is wrong with where a contract is in its life.
 *
 * @param isDefined whether there is a contract of a name.
 */
export function checkLifecycle(judged: ContractCase, isDefined: (type: string) => boolean): Finding[] {
  return judged.candidates.flatMap(({ described: { version, lifecycle } }) => {
    const locked = lockedVersion(judged.locked, version);
    return [
      ...(locked ? reversed(judged.type, version, locked.lifecycle, lifecycle) : []),
      ...(typeof lifecycle === 'object' ? deprecated(judged, version, lifecycle, isDefined) : []),
    ];
  });
}

function reversed(type: string, version: number, from: Lifecycle, to: Lifecycle): Finding[] {
  if (!isReversed(from, to)) return [];
  return [
    finding('lifecycle-reversed', {
      contract: type,
      version,
      message: `${named(type, version)} is locked as ${stageOf(from)}, and is now said to be ${stageOf(to)}. A contract goes from draft to stable to deprecated, and not back: others rely on it.`,
      advice: `Say ${stageOf(from)} again, or define version ${version + 1}.`,
    }),
  ];
}

function deprecated(
  { type, listeners, today }: ContractCase,
  version: number,
  lifecycle: Lifecycle & object,
  isDefined: (type: string) => boolean,
): Finding[] {
  const { deprecated: date, successor } = lifecycle;
  const found: Finding[] = [];
  const about = { contract: type, version };
  if (!isDate(date)) {
    const message = `${named(type, version)} is deprecated with the date "${date}", which is no day of the calendar.`;
    found.push(
      finding('deprecation-date-invalid', {
        ...about,
        message,
        advice: 'Write the day from which on it may be gone, as 2027-03-31.',
      }),
    );
  }
  if (successor !== undefined && !isDefined(successor.replace(/@\d+$/, ''))) {
    const message = `${named(type, version)} names "${successor}" as its successor, and no such contract is defined.`;
    found.push(finding('successor-missing', { ...about, message, advice: 'Define the successor, or correct its name.' }));
  }
  if (isRetired(lifecycle, today) && listeners.length > 0) {
    const message = `${named(type, version)} is past its date, ${date}, and ${listeners.join(', ')} still listen${listeners.length > 1 ? '' : 's'} to it.`;
    const advice = successor ? `Let them listen to "${successor}".` : 'Let them do without it, or put the date off.';
    found.push(finding('deprecated-in-use', { ...about, message, advice, apps: listeners }));
  }
  return found;
}
