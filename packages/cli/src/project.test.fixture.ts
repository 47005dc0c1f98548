import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const bin = fileURLToPath(new URL('./busbar.ts', import.meta.url));
const installed = fileURLToPath(new URL('../node_modules', import.meta.url));

/** What came of a command. */
export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A folder with files in it, and the real command to run there. */
export interface Project extends Disposable {
  readonly folder: string;
  write(files: Readonly<Record<string, string>>): void;
  read(path: string): string;
  /** Runs `busbar` as a process of its own, without a terminal. */
  busbar(words: readonly string[], env?: Readonly<Record<string, string>>, node?: readonly string[]): Promise<Finished>;
}

/** The folder is gone when the project is disposed of. The libraries that contracts need are installed in it. */
export function createProject(files: Readonly<Record<string, string>> = {}): Project {
  const folder = mkdtempSync(join(tmpdir(), 'busbar-cli-'));
  const link = (name: string, target: string) => {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(target, join(folder, 'node_modules', name));
  };
  link('@busbar/core', join(installed, '@busbar/core'));
  link('zod', join(installed, 'zod'));
  link('@busbar/cli', join(installed, '..'));
  const project: Project = {
    folder,
    write(more) {
      for (const [path, text] of Object.entries(more)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
      }
    },
    read: (path) => readFileSync(join(folder, path), 'utf8'),
    busbar: (words, env = {}, node = []) => runNode([...node, bin, ...words], folder, env),
    [Symbol.dispose]: () => rmSync(folder, { recursive: true }),
  };
  project.write({ 'package.json': '{ "type": "module" }', ...files });
  return project;
}

function runNode(words: readonly string[], cwd: string, more: Readonly<Record<string, string>>): Promise<Finished> {
  const { PATH = '', HOME = '' } = process.env;
  return new Promise((resolve) => {
    const env = { PATH, HOME, ...more };
    execFile(process.execPath, [...words], { cwd, env, maxBuffer: 1e8 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? -1) : 0, stdout, stderr });
    });
  });
}

/** A configuration for contracts in `src`. */
export const config = `import { defineConfig } from '@busbar/cli';
export default defineConfig({
  contracts: ['src/*.ts'],
  apps: { cart: { emits: ['cart:*'] }, checkout: { listens: ['cart:*'], owner: 'team-checkout' } },
});
`;

/** A module with one contract, `cart:itemAdded`, whose second field has the name. */
export function cartModule(field: string, version = 1, more = ''): string {
  return `import { defineEvents } from '@busbar/core';
import * as z from 'zod';

export const cart = defineEvents('cart', {
  itemAdded: {
    version: ${version},
    schema: z.object({
      sku: z.string(),
      ${field}: z.int(),
    }),
    summary: 'A line was put into the cart',
    owner: 'team-cart',
    examples: [{ sku: 'lamp-01', ${field}: 2 }],
    ${more}
  },
});
`;
}
