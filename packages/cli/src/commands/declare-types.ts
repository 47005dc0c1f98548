import { exportTypeScript } from '@busbar/governance/exporters';
import { dryRun } from '../arguments/global-options.ts';
import { openLock } from '../load/open-lock.ts';
import { defineCommand } from './command.ts';
import { writeAll } from './export.ts';

export const declareTypes = defineCommand({
  summary: 'Write TypeScript declarations for teams that do not import the contracts',
  details:
    'Writes a type for each version of each contract in the lock file, and with --fingerprints a module that tells the shapes apart at run time.',
  args: {
    out: { type: 'string', valueHint: 'folder', description: 'Where to write (default: this folder)' },
    fingerprints: { type: 'boolean', description: 'Also write the fingerprint of each version' },
    'dry-run': dryRun,
  },
  examples: [
    ['busbar types --out src/events', 'src/events/busbar-events.d.ts'],
    ['busbar types --out src/events --fingerprints', 'And src/events/busbar-fingerprints.ts, for `fingerprint` in a contract.'],
  ],
  async run({ out = '.', fingerprints = false, 'dry-run': isDryRun = false }, invocation) {
    const { lock } = await openLock(invocation);
    const { files, notes } = exportTypeScript(lock, { fingerprints });
    return writeAll(files, notes, out, isDryRun, invocation);
  },
});
