import type { GateOptions, GateReport } from '@busbar/governance/gate';
import type { Invocation } from '../commands/command.ts';
import type { Project } from './open-project.ts';

/** How the gate is to judge the contracts of a project. */
function gateOptionsOf({ config, apps }: Project): GateOptions {
  const { mode, policy, overrides, group, severities } = config;
  return {
    ...(mode && { mode }),
    ...(policy && { policy }),
    ...(overrides && { overrides }),
    ...(group && { group }),
    ...(severities && { severities }),
    apps,
  };
}

/** Puts the contracts of a project through the gate. A cast that never ends is stopped and named. */
export async function judge(project: Project, { host, progress }: Invocation): Promise<GateReport> {
  const { watch } = host;
  const { checkContracts } = await import('@busbar/governance/gate');
  return watch.during('Checking contracts', () =>
    checkContracts(project.lock, project.candidates, {
      ...gateOptionsOf(project),
      onContract(contract, done, total) {
        watch.goesOn(`Checking ${contract}`);
        progress.show('Checking contracts', done, total);
      },
    }),
  );
}
