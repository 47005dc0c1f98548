import { resolve } from 'node:path';
import { usageError } from '../arguments/check-options.ts';
import { dryRun } from '../arguments/global-options.ts';
import { renderCatalogue } from '../catalogue/render-catalogue.ts';
import { fromHere } from '../load/from-here.ts';
import { openLock } from '../load/open-lock.ts';
import { plural } from '../print/print-findings.ts';
import { serveFolder } from '../write/serve-folder.ts';
import { writeFiles } from '../write/write-files.ts';
import { defineCommand } from './command.ts';

export const docs = defineCommand({
  summary: 'Write the catalogue of events: a static, searchable site',
  details:
    'Shows what the lock file has: every event with its versions, schema, examples, owners, and who emits and listens. The folder can be put on any web server, also below a path.',
  args: {
    out: {
      type: 'string',
      valueHint: 'folder',
      description: 'Where to write it (default: catalogue.out of the configuration, or catalogue)',
    },
    serve: { type: 'boolean', description: 'Serve it on this machine until Ctrl+C' },
    port: { type: 'string', valueHint: 'number', description: 'Where to serve it (default: 4173)' },
    'dry-run': dryRun,
  },
  examples: [
    ['busbar docs', 'The folder catalogue, to be published by the pipeline.'],
    ['busbar docs --out public/events', 'The same in another folder.'],
    ['busbar docs --serve', 'To look at it: http://localhost:4173'],
  ],
  async run(args, invocation) {
    const { config, folder, lock } = await openLock(invocation);
    const { out = 'catalogue', title = 'Events', ...rest } = config.catalogue ?? {};
    const target = args.out === undefined ? resolve(folder, out) : resolve(invocation.cwd, args.out);
    const port = portOf(args.port);
    invocation.progress.show('Writing the catalogue');
    const isDryRun = args['dry-run'] === true;
    const files = renderCatalogue(lock, { title, ...rest });
    const written = await writeFiles(target, files, isDryRun);
    const label = fromHere(target, invocation.cwd);
    if (args.serve && !isDryRun) await serveFolder(target, port, invocation.announce);
    const summary = `${label} ${isDryRun ? 'would have' : 'has'} ${plural(files.length, 'file')}, ${written.length} of them new or changed.`;
    return { ok: true, summary, written, isDryRun, text: summary, result: { folder: label, files: files.length } };
  },
});

function portOf(text: string | undefined): number {
  const port = Number(text ?? 4173);
  if (Number.isInteger(port) && port >= 0 && port < 65_536) return port;
  throw usageError('invalid-port', `--port has to be a number below 65536, not "${text}".`, 'docs');
}
