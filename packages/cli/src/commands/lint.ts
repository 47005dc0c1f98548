import { lintContracts } from '@busbar/governance/gate';
import { openProject } from '../load/open-project.ts';
import { place } from '../print/placed-finding.ts';
import { countFindings, plural, printFindings } from '../print/print-findings.ts';
import { defineCommand } from './command.ts';

export const lint = defineCommand({
  summary: 'Look at how contracts are named, described and used',
  details:
    'Looks for names that are not in the past tense, missing summaries, owners and examples, examples that fail their schema and versions ' +
    'that nobody uses. Ends with 1 if one of the findings is an error; `severities` in the configuration says which are.',
  args: {},
  examples: [
    ['busbar lint', 'Everything that could be better.'],
    ['busbar lint --json', 'The same for programs.'],
  ],
  async run(_args, invocation) {
    const { page, cwd, host } = invocation;
    const project = await openProject(invocation);
    const { apps, config, candidates, positions } = project;
    const options = { apps, ...config.lint, ...(config.severities && { severities: config.severities }) };
    const found = await host.watch.during('Trying the examples', () => lintContracts(candidates, options));
    const findings = place(found, positions);
    const ok = !findings.some(({ severity }) => severity === 'error');
    const summary = `${plural(candidates.length, 'contract')}: ${countFindings(findings)}.`;
    const text = [summary, ...(findings.length > 0 ? ['', printFindings(findings, page, cwd)] : [])].join('\n');
    return { ok, summary, findings, text };
  },
});
