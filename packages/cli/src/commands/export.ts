import { resolve } from 'node:path';
import type { ExportNote } from '@busbar/governance/exporters';
import { usageError } from '../arguments/check-options.ts';
import { suggestion } from '../arguments/did-you-mean.ts';
import { dryRun } from '../arguments/global-options.ts';
import { fromHere } from '../load/from-here.ts';
import { openLock } from '../load/open-lock.ts';
import { plural } from '../print/print-findings.ts';
import { printNotes } from '../print/print-notes.ts';
import { writeFiles } from '../write/write-files.ts';
import { defineCommand, type Invocation, type Outcome } from './command.ts';
import { exportFormats } from './export-formats.ts';

export const exportContracts = defineCommand({
  summary: 'Write the contracts in another format: AsyncAPI, JSON Schema, Avro and others',
  details: `Writes what the lock file has, with all versions. Formats: ${Object.entries(exportFormats)
    .map(([name, { what }]) => `${name} (${what})`)
    .join('; ')}.`,
  args: {
    format: { type: 'positional', required: true, description: `One of ${Object.keys(exportFormats).join(', ')}` },
    out: { type: 'string', valueHint: 'folder', description: 'Where to write (default: standard output, if it is one file)' },
    'dry-run': dryRun,
  },
  examples: [
    ['busbar export asyncapi > asyncapi.yaml', 'One document, to standard output.'],
    ['busbar export avro --out schemas', 'An .avsc for each version of each contract.'],
  ],
  async run({ format, out, 'dry-run': isDryRun = false }, invocation) {
    const exporter = Object.hasOwn(exportFormats, format) ? exportFormats[format] : undefined;
    const names = Object.keys(exportFormats);
    if (!exporter) throw usageError('unknown-format', `There is no format "${format}".${suggestion(format, names)}`, 'export');
    const { config, lock } = await openLock(invocation);
    invocation.progress.show(`Writing ${format}`);
    const { files, notes } = exporter.write(lock, { title: config.catalogue?.title ?? 'Events' });
    if (out !== undefined) return writeAll(files, notes, out, isDryRun, invocation);
    if (files.length === 1) return printOne(files[0]!.text, format, notes, invocation);
    throw usageError(
      'needs-out',
      `${format} gives ${plural(files.length, 'file')}: say where to write them with --out.`,
      'export',
    );
  },
});

type Files = Parameters<typeof writeFiles>[1];

/** Writes exported files into a folder, and tells what the format cannot say. */
export async function writeAll(
  files: Files,
  notes: readonly ExportNote[],
  out: string,
  isDryRun: boolean,
  { cwd, page }: Invocation,
): Promise<Outcome> {
  const folder = resolve(cwd, out);
  const written = await writeFiles(folder, files, isDryRun);
  const label = fromHere(folder, cwd);
  const summary = `${label} ${isDryRun ? 'would have' : 'has'} ${plural(files.length, 'file')}, ${written.length} of them new or changed.`;
  const text = [summary, printNotes(notes, page)].filter(Boolean).join('\n\n');
  return { ok: true, summary, written, isDryRun, text, result: { files: files.map(({ path }) => path), notes } };
}

/** The one file is the answer; with JSON it is in there. */
function printOne(
  content: string,
  format: string,
  notes: readonly ExportNote[],
  { announce, isJson, page }: Invocation,
): Outcome {
  if (notes.length > 0 && !isJson) announce(printNotes(notes, page));
  return { ok: true, summary: `One file of ${format}.`, text: content.trimEnd(), result: { content, notes } };
}
