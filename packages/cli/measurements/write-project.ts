import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AnyEventContract } from '@busbar/core';
import { describeContract } from '@busbar/governance/contracts';
import { emptyLock, formatLock, snapshot } from '@busbar/governance/lock';

/** Versions that each contract has: all but the newest are locked. */
export const versions = 10;
const domains = 40;
const installed = fileURLToPath(new URL('../node_modules', import.meta.url));

/** Writes a project of so many contracts, one module a domain, with the lock file of their history. The folder is for the caller to remove. */
export async function writeProject(contracts: number): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'busbar-measure-'));
  for (const name of ['@busbar/core', 'zod']) link(join(folder, 'node_modules', name), join(installed, name));
  link(join(folder, 'node_modules/@busbar/cli'), join(installed, '..'));
  write(folder, 'package.json', '{ "type": "module" }');
  write(
    folder,
    'busbar.config.ts',
    "import { defineConfig } from '@busbar/cli';\n\nexport default defineConfig({ contracts: ['contracts/*.ts'] });\n",
  );
  write(folder, 'busbar.lock.json', await lockText(folder, contracts));
  writeModules(folder, 'contracts', contracts, versions);
  return folder;
}

/** The lock file after a snapshot of each version but the newest. */
async function lockText(folder: string, contracts: number): Promise<string> {
  let lock = emptyLock;
  for (let version = 1; version < versions; version++) {
    const modules = writeModules(folder, `history/v${version}`, contracts, version);
    const loaded: object[] = await Promise.all(modules.map((file) => import(pathToFileURL(file).href)));
    const defined = loaded.flatMap((module) => Object.values(module) as AnyEventContract[]);
    lock = snapshot(
      lock,
      defined.map((contract) => describeContract(contract)),
    ).lock;
  }
  return formatLock(lock);
}

function writeModules(folder: string, below: string, contracts: number, version: number): string[] {
  const numbers = Array.from({ length: contracts }, (_, index) => index);
  return Array.from({ length: domains }, (_, domain) => {
    const definitions = numbers.filter((number) => number % domains === domain).map((number) => definitionOf(number, version));
    const text = `import { defineEvent } from '@busbar/core';\nimport * as z from 'zod';\n\n${definitions.join('\n')}`;
    return write(folder, `${below}/domain${domain}.ts`, text);
  });
}

/** Every version has one more optional field; in every fiftieth contract the newest renames a field, and says how to cast. */
function definitionOf(number: number, version: number): string {
  const isRenamed = number % 50 === 0 && version === versions;
  const name = `number${number}`;
  const notes = Array.from({ length: version }, (_, index) => `    note${index + 1}: z.string().max(200).optional(),\n`);
  const casts = `  upcast: { ${versions - 1}: ({ ${name}, ...rest }) => ({ ...rest, reference: ${name} }) },
  downcast: { ${versions - 1}: ({ reference, ...rest }) => ({ ...rest, ${name}: reference }) },\n`;
  return `export const order${number}Placed = defineEvent('domain${number % domains}:order${number}Placed', {
  version: ${version},
  schema: z.object({
    ${isRenamed ? 'reference' : name}: z.string().regex(/^[A-Z]{2}-\\d+$/),
    placedAt: z.iso.datetime(),
    state: z.enum(['open', 'paid', 'sent', 'special${number}']),
    lines: z.array(z.object({ sku: z.string().min(1), quantity: z.int().positive(), price: z.number().nonnegative() })).min(1),
${notes.join('')}  }),
${isRenamed ? casts : ''}  summary: 'Order ${number} was placed',
  owner: 'team-${number % domains}',
});
`;
}

function link(path: string, target: string): void {
  mkdirSync(dirname(path), { recursive: true });
  symlinkSync(target, path);
}

function write(folder: string, path: string, text: string): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return file;
}
