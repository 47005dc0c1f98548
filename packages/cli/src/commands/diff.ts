import { resolve } from 'node:path';
import { type CompatibilityReport, checkCompatibility, type VersionVerdict } from '@busbar/governance';
import type { GateOptions } from '@busbar/governance/gate';
import { emptyLock } from '@busbar/governance/lock';
import { usageError } from '../arguments/check-options.ts';
import { suggestion } from '../arguments/did-you-mean.ts';
import { policies } from '../config/assert-config.ts';
import { loadConfig } from '../config/load-config.ts';
import { CannotRun } from '../load/cannot-run.ts';
import { gateOptionsOf } from '../load/judge.ts';
import { readLock } from '../load/read-lock.ts';
import { compareLocks } from '../operands/compare-locks.ts';
import { type Operand, readOperand, type Surroundings } from '../operands/read-operand.ts';
import type { Page } from '../print/page.ts';
import { printVerdictLine } from '../print/print-verdict-line.ts';
import { indented } from '../print/wrap.ts';
import { defineCommand, type Invocation, type Outcome } from './command.ts';

type Policy = CompatibilityReport['policy'];

export const diff = defineCommand({
  summary: 'Compare two schemas, two versions of a contract, or two revisions of the lock file',
  details:
    'Each of the two is a file with a JSON Schema or a lock file, a locked version such as cart:itemAdded@1, or a revision of the ' +
    'repository such as main or HEAD~3:busbar.lock.json. Ends with 1 if one of them could not read what the other writes.',
  args: {
    old: { type: 'positional', required: true, description: 'What was' },
    new: { type: 'positional', required: false, description: 'What is (default: the lock file as it is now)' },
    policy: {
      type: 'string',
      valueHint: 'policy',
      description: 'By which rules: parsed, strict or lenient (default: the configured ones, else parsed)',
    },
  },
  examples: [
    ['busbar diff cart:itemAdded@1 cart:itemAdded@2', 'Two versions of a contract, both ways.'],
    ['busbar diff main', 'What this branch does to the lock file.'],
    [
      'busbar diff old.schema.json new.schema.json --policy strict',
      "Two JSON Schemas, by the rules of Confluent's Schema Registry.",
    ],
  ],
  async run(args, invocation) {
    const asked = args.policy === undefined ? {} : { policy: policyOf(args.policy) };
    const around = await surroundings(invocation);
    const options = { ...around.options, ...asked };
    const one = await readOperand(args.old, around);
    const other = args.new === undefined ? await lockNow(around) : await readOperand(args.new, around);
    if (one.kind === 'schema' && other.kind === 'schema') {
      const history = [{ ...one.schema, version: 1, group: undefined }];
      const compared = checkCompatibility(history, { ...other.schema, version: 2, group: undefined }, { mode: 'full', ...asked });
      return schemaOutcome(compared, [one.label, other.label], invocation.page);
    }
    if (one.kind === 'lock' && other.kind === 'lock') return compareLocks(one, other, options, invocation);
    throw usageError('not-comparable', `${one.label} is a ${one.kind} and ${other.label} is a ${other.kind}.`, 'diff');
  },
});

function policyOf(text: string): Policy {
  if (policies.includes(text)) return text as Policy;
  throw usageError('unknown-policy', `There is no policy "${text}".${suggestion(text, policies)}`, 'diff');
}

/** A configuration says where the lock file is, and how revisions of it are judged. Without one there are defaults for both. */
async function surroundings({ cwd, config: asked, host }: Invocation): Promise<Surroundings & { readonly options: GateOptions }> {
  const loaded = await loadConfig(cwd, asked, host).catch((error: unknown) => {
    if (asked === undefined && error instanceof CannotRun && error.trouble.code === 'no-config') return undefined;
    throw error;
  });
  const lockFile = resolve(loaded?.folder ?? cwd, loaded?.config.lock ?? 'busbar.lock.json');
  const options = loaded ? gateOptionsOf(loaded.config) : {};
  return { cwd, lockFile, lock: async () => (await readLock(lockFile, cwd)) ?? emptyLock, options };
}

async function lockNow({ lock }: Surroundings): Promise<Operand> {
  return { kind: 'lock', label: 'the lock file', lock: await lock() };
}

function schemaOutcome(
  { compatible, verdicts }: CompatibilityReport,
  [one, other]: readonly [string, string],
  page: Page,
): Outcome {
  const readers = { backward: [other, one], forward: [one, other] } as const;
  const summary = compatible ? `${one} and ${other} read each other.` : `${one} and ${other} do not read each other.`;
  const lines = verdicts.flatMap((verdict) => printVerdict(verdict, readers[verdict.direction], page));
  const result = {
    verdicts: verdicts.map(({ direction, compatible: ok, differences }) => ({ direction, compatible: ok, differences })),
  };
  return { ok: compatible, summary, text: [printVerdictLine(compatible, summary, page), ...lines].join('\n'), result };
}

function printVerdict(
  { compatible, differences }: VersionVerdict,
  [reader, writer]: readonly [string, string],
  page: Page,
): string[] {
  const verdict = compatible ? page.paint('green', 'can read') : page.paint('red', 'cannot read');
  const lines = differences.map(({ breaking, message, path, type, class: kind }) => {
    const mark = breaking ? page.paint('red', 'x') : page.paint('dim', '·');
    const code = page.paint('dim', `${' '.repeat(6)}${[path, type, kind].filter(Boolean).join('  ')}`);
    return `    ${mark} ${indented(message, 6, page.width).trimStart()}\n${code}`;
  });
  return ['', `  ${page.paint('bold', reader)} ${verdict} what ${page.paint('bold', writer)} writes`, ...lines];
}
