import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { type Imported, importAsyncApi, importJsonSchema, isAsyncApi, type SourceFile } from '@busbar/governance/importers';
import { dryRun } from '../arguments/global-options.ts';
import { CannotRun } from '../load/cannot-run.ts';
import { findFiles } from '../load/find-files.ts';
import { fromHere } from '../load/from-here.ts';
import { plural } from '../print/print-findings.ts';
import { printNotes } from '../print/print-notes.ts';
import { writeFiles } from '../write/write-files.ts';
import { defineCommand, type Invocation, type Outcome } from './command.ts';

export const importContracts = defineCommand({
  summary: 'Write a module of contracts from JSON Schema or AsyncAPI',
  details:
    'Reads JSON or YAML. What comes out is a module in Zod to go on from by hand; it is not written over one that is there.',
  args: {
    source: { type: 'positional', required: true, description: 'A file, a folder or a pattern: AsyncAPI 2 or 3, or JSON Schema' },
    out: { type: 'string', valueHint: 'file', description: 'The module to write (default: standard output)' },
    domain: { type: 'string', valueHint: 'domain', description: 'The part before the colon for names that have none' },
    owner: { type: 'string', valueHint: 'team', description: 'Who answers for contracts that do not say it' },
    force: { type: 'boolean', description: 'Write over a module that is there' },
    'dry-run': dryRun,
  },
  examples: [
    ['busbar import asyncapi.yaml --out src/contracts/imported.ts', 'Every message as a contract.'],
    ['busbar import "schemas/*.json" --domain cart --out src/contracts/cart.ts', 'Every schema as an event of that domain.'],
  ],
  async run(args, invocation) {
    const { cwd } = invocation;
    const files = await readSources(args.source, cwd);
    const { domain, owner, out } = args;
    const imported = importFiles(files, { ...(domain !== undefined && { domain }), ...(owner !== undefined && { owner }) });
    if (out === undefined) return printModule(imported, invocation);
    const target = resolve(cwd, out);
    if (existsSync(target) && !args.force) throw new CannotRun(alreadyThere(target, fromHere(target, cwd)));
    return writeModule(imported, target, args['dry-run'] === true, invocation);
  },
});

async function readSources(source: string, cwd: string): Promise<SourceFile[]> {
  const files = await findFiles([source], cwd, '**/*.{json,yaml,yml}');
  if (files.length === 0) {
    const advice = 'Name a file, a folder, or a pattern in quotes.';
    throw new CannotRun({ code: 'nothing-to-import', message: `There is nothing at ${source}.`, advice });
  }
  return Promise.all(files.map(async (file) => ({ path: fromHere(file, cwd), text: await readFile(file, 'utf8') })));
}

function importFiles(files: readonly SourceFile[], options: { domain?: string; owner?: string }): Imported {
  const [first] = files;
  try {
    const isOneDocument = files.length === 1 && isAsyncApi(first!);
    return isOneDocument ? importAsyncApi(first!.text, options, first!.path) : importJsonSchema(files, options);
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'ImportError') throw error;
    const advice = 'Mend the file, or leave it out.';
    throw new CannotRun({ code: 'cannot-import', message: error.message, advice });
  }
}

function printModule({ module, contracts, notes }: Imported, { announce, isJson, page }: Invocation): Outcome {
  if (notes.length > 0 && !isJson) announce(printNotes(notes, page));
  const summary = `${plural(contracts.length, 'contract')} imported.`;
  return { ok: true, summary, text: module.trimEnd(), result: { module, contracts, notes } };
}

async function writeModule(imported: Imported, target: string, isDryRun: boolean, { cwd, page }: Invocation): Promise<Outcome> {
  const { module, contracts, notes } = imported;
  const written = await writeFiles(dirname(target), [{ path: basename(target), text: module }], isDryRun);
  const summary = `${fromHere(target, cwd)} ${isDryRun ? 'would have' : 'has'} ${plural(contracts.length, 'contract')}.`;
  const text = [summary, printNotes(notes, page)].filter(Boolean).join('\n\n');
  return { ok: true, summary, written, isDryRun, text, result: { contracts, notes } };
}

function alreadyThere(file: string, label: string) {
  return {
    code: 'already-there',
    message: `${label} is there already.`,
    advice: 'Name another file, or write over it with --force.',
    file,
  };
}
