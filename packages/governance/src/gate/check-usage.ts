import type { Apps } from '../lock/apps.ts';
import { type ContractCase, named } from './contract-case.ts';
import { type Finding, finding } from './finding.ts';

/** Emitters of what nobody listens to, and listeners to what nobody emits. Nothing where nobody said who does what. */
export function checkUsage({ type, candidates, emitters, listeners, knowsApps }: ContractCase): Finding[] {
  const version = candidates.at(-1)?.described.version;
  if (!knowsApps || version === undefined || emitters.length > 0 === listeners.length > 0) return [];
  if (emitters.length > 0) {
    const message = `${named(type)} is emitted by ${emitters.join(', ')}, and nobody is known to listen to it.`;
    return [
      finding('never-heard', {
        contract: type,
        version,
        message,
        advice: 'Name its listeners, or do without it.',
        apps: emitters,
      }),
    ];
  }
  const message = `${named(type)} is listened to by ${listeners.join(', ')}, and nobody is known to emit it.`;
  return [
    finding('never-emitted', {
      contract: type,
      version,
      message,
      advice: 'Name its emitters, or do without it.',
      apps: listeners,
    }),
  ];
}

/** Apps that name an event which no module defines: mostly a slip of the pen. */
export function checkNames(apps: Apps, isDefined: (type: string) => boolean): Finding[] {
  return Object.entries(apps).flatMap(([app, { emits = [], listens = [] }]) =>
    [...new Set([...emits, ...listens])]
      .filter((name) => !name.includes('*') && !isDefined(name))
      .map((name) =>
        finding('unknown-event', {
          contract: name,
          message: `${app} is said to ${emits.includes(name) ? 'emit' : 'listen to'} "${name}", and no contract has that name.`,
          advice: 'Correct the name, or define the contract.',
          apps: [app],
        }),
      ),
  );
}
