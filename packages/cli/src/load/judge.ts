import type { GateOptions, GateReport } from '@busbar/governance/gate';
import type { Invocation } from '../commands/command.ts';
import type { BusbarConfig } from '../config/busbar-config.ts';
import type { Project } from './open-project.ts';

/** What a configuration says of how the gate is to judge. */
export function gateOptionsOf({ mode, policy, overrides, group, severities }: BusbarConfig): GateOptions {
  return {
    ...(mode && { mode }),
    ...(policy && { policy }),
    ...(overrides && { overrides }),
    ...(group && { group }),
    ...(severities && { severities }),
  };
}

/** Puts the contracts of a project through the gate. A cast that never ends is stopped and named. */
export async function judge(project: Project, { host, progress }: Invocation): Promise<GateReport> {
  const { watch } = host;
  const { checkContracts } = await import('@busbar/governance/gate');
  return watch.during('Checking contracts', () =>
    checkContracts(project.lock, project.candidates, {
      ...gateOptionsOf(project.config),
      apps: project.apps,
      onContract(contract, done, total) {
        watch.goesOn(`Checking ${contract}`);
        progress.show('Checking contracts', done, total);
      },
    }),
  );
}
