// `pnpm check:consumers`: packs every package as a release would, installs it into an empty folder, and there reads the
// manifest, type-checks a program against its declarations (as bundlers and as Node resolve them, by the oldest TypeScript
// that is supported and by the newest), runs it in Node, puts contracts through the gate as a pipeline does, and builds an
// application with the Angular CLI.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { angularCliComplaints } from './angular-cli-consumer.ts';
import { gateComplaints } from './gate-of-consumers.ts';
import { type Conditions, installPacked, type Packed } from './install-packed.ts';
import { typeComplaints } from './type-complaints.ts';

/** Entries that are for the inside of a test runner, or of what Angular has compiled: nobody else can load them, everybody can read their types. */
const forOthers = /^@busbar\/(testing\/(jest|playwright|vitest)|strangler\/ngrx)$/;

const scratch = mkdtempSync(join(tmpdir(), 'busbar-consumer-'));
try {
  const packed = installPacked(scratch);
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(join(scratch, 'program.ts'), programUsing(packed));
  const complaints = [
    ...packed.flatMap(manifestComplaints),
    ...packed.flatMap(contentComplaints),
    ...(await typeComplaints(scratch)),
    ...runComplaints(),
    ...pageCopyComplaints(),
    ...gateComplaints(scratch),
    ...(await angularCliComplaints(scratch)),
  ];
  for (const complaint of complaints) console.error(complaint);
  if (complaints.length === 0) console.log(`${packed.length} packages install, type-check and run outside of this repository.`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  rmSync(scratch, { recursive: true });
}

function manifestComplaints({ name, folder, manifest }: Packed): string[] {
  const versions = Object.entries({ ...manifest.dependencies, ...manifest.peerDependencies });
  const ours = versions.filter(([, version]) => /^(workspace|catalog):/.test(version));
  const commands = Object.values(manifest.bin ?? {});
  const files = [...Object.values(manifest.exports).flatMap(filesOf), ...commands];
  return [
    ...ours.map(
      ([needed, version]) =>
        `${name} would be published asking for ${needed} ${version}, which only this repository understands.`,
    ),
    ...files
      .filter((file) => !existsSync(join(folder, file)))
      .map((file) => `${name} exports ${file}, which is not in the package.`),
    ...commands
      .filter((file) => !readFileSync(join(folder, file), 'utf8').startsWith('#!/usr/bin/env node\n'))
      .map((file) => `${name} has the command ${file}, which does not say that Node runs it.`),
  ];
}

function filesOf(conditions: Conditions): string[] {
  return Object.values(conditions).flatMap((file) => (typeof file === 'string' ? [file] : filesOf(file)));
}

function contentComplaints({ name, folder, manifest }: Packed): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => /\.(test|test-d|spec)\./.test(file));
  const entries = Object.values(manifest.exports).flatMap(({ types: _types, ...built }) => filesOf(built));
  const forClients = name === '@busbar/react' ? entries : [];
  return [
    ...tests.map((file) => `${name} would be published with ${file}, which is made for tests.`),
    ...forClients
      .filter((file) => !/^['"]use client['"]/.test(readFileSync(join(folder, file), 'utf8')))
      .map((file) => `${name} lost the 'use client' of ${file}.`),
  ];
}

/** A program that uses the core for real and imports everything else. `never` would hide types that came out as `any`. */
function programUsing(packed: Packed[]): string {
  const others = packed
    .flatMap(({ name, manifest }) => Object.keys(manifest.exports).map((entry) => name + entry.slice(1)))
    .filter((name) => name !== '@busbar/core');
  const loaded = others.filter((name) => !forOthers.test(name));
  const typed = others.filter((name) => forOthers.test(name));
  return `${loaded.map((name, index) => `import * as package${index} from '${name}';`).join('\n')}
${typed.map((name, index) => `import type * as typed${index} from '${name}';`).join('\n')}
import { createBus, createHub, defineEvents } from '@busbar/core';
import { createBus as createBusOfGlobal } from '@busbar/core/global';
import * as z from 'zod';

const cart = defineEvents('cart', { itemAdded: { version: 1, schema: z.object({ sku: z.string(), quantity: z.number() }) } });
const bus = createBus({ source: 'consumer', hub: createHub() });
const heard: number[] = [];
bus.on(cart.itemAdded, ({ data }) => { heard.push(data.quantity); });
bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 2 });
// @ts-expect-error: a payload has the type that its schema gives it
const wrong = () => bus.emit(cart.itemAdded, { sku: 'A-1', quantity: 'two' });
await new Promise((resolve) => setTimeout(resolve));
if (heard.join() !== '2') throw new Error(\`Heard \${heard.join() || 'nothing'} instead of 2.\`);
for (const [name, imported] of Object.entries({ ${loaded.map((name, index) => `'${name}': package${index}`).join(', ')} })) {
  if (Object.keys(imported).length === 0) throw new Error(\`\${name} exports nothing.\`);
}
if (createBusOfGlobal !== createBus) throw new Error('In Node, @busbar/core/global is not the core itself.');
export { wrong };
export type Typed = [${typed.map((_, index) => `typeof typed${index}`).join(', ')}];
`;
}

function runComplaints(): string[] {
  try {
    // As built for production, and as bundlers take it while people develop.
    for (const condition of ['production', 'development']) {
      execFileSync('node', [`--conditions=${condition}`, 'program.ts'], { cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] });
    }
    return [];
  } catch (error) {
    return [`The program does not run in Node:\n${(error as { stderr: Buffer }).stderr}`];
  }
}

/** For pages `@busbar/core/global` is no core, and needs a script tag; for servers at the edge and for workers, which ask as pages do, it is one. */
function pageCopyComplaints(): string[] {
  const program = `import('@busbar/core/global').then(() => 'nothing', ({ code }) => code).then(console.log)`;
  const expected = { browser: 'page-copy-missing', workerd: 'nothing', 'edge-light': 'nothing', worker: 'nothing' };
  return Object.entries(expected).flatMap(([condition, code]) => {
    const conditions = ['browser', condition].map((name) => `--conditions=${name}`);
    const thrown = execFileSync('node', [...conditions, '--eval', program], { cwd: scratch, encoding: 'utf8' }).trim();
    return thrown === code ? [] : [`Under the condition ${condition}, @busbar/core/global throws ${thrown} instead of ${code}.`];
  });
}
