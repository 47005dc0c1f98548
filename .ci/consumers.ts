// `pnpm check:consumers`: packs every package as a release would, installs it into an empty folder, and there reads the
// manifest, type-checks a program against its declarations (as bundlers and as Node resolve them), runs it in Node, and puts
// contracts through the gate as a pipeline does.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { gateComplaints } from './gate-of-consumers.ts';
import { installPacked, type Packed } from './install-packed.ts';

const scratch = mkdtempSync(join(tmpdir(), 'busbar-consumer-'));
try {
  const packed = installPacked(scratch);
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module", "private": true }');
  writeFileSync(join(scratch, 'program.ts'), programUsing(packed));
  const complaints = [
    ...packed.flatMap(manifestComplaints),
    ...packed.flatMap(contentComplaints),
    ...typeComplaints(),
    ...runComplaints(),
    ...gateComplaints(scratch),
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
  const files = [...Object.values(manifest.exports).flatMap((conditions) => Object.values(conditions)), ...commands];
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

function contentComplaints({ name, folder }: Packed): string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const tests = files.filter((file) => /\.(test|test-d|spec)\./.test(file));
  const entry = readFileSync(join(folder, 'dist/index.js'), 'utf8');
  return [
    ...tests.map((file) => `${name} would be published with ${file}, which is made for tests.`),
    ...(name === '@busbar/react' && !/^['"]use client['"]/.test(entry) ? [`${name} lost its 'use client'.`] : []),
  ];
}

/** A program that uses the core for real and imports everything else. `never` would hide types that came out as `any`. */
function programUsing(packed: Packed[]): string {
  const others = packed
    .filter(({ name }) => name !== '@busbar/core')
    .flatMap(({ name, manifest }) => Object.keys(manifest.exports).map((entry) => name + entry.slice(1)));
  return `${others.map((name, index) => `import * as package${index} from '${name}';`).join('\n')}
import { createBus, createHub, defineEvents } from '@busbar/core';
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
for (const [name, imported] of Object.entries({ ${others.map((name, index) => `'${name}': package${index}`).join(', ')} })) {
  if (Object.keys(imported).length === 0) throw new Error(\`\${name} exports nothing.\`);
}
export { wrong };
`;
}

function typeComplaints(): string[] {
  const { Bundler, NodeNext } = ts.ModuleResolutionKind;
  return [Bundler, NodeNext].flatMap((moduleResolution) => {
    const program = ts.createProgram([join(scratch, 'program.ts')], {
      strict: true,
      noEmit: true,
      target: ts.ScriptTarget.ES2022,
      lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
      module: moduleResolution === NodeNext ? ts.ModuleKind.NodeNext : ts.ModuleKind.ESNext,
      moduleResolution,
      types: [],
    });
    // What other people's declarations get wrong is not for this check.
    const found = ts.getPreEmitDiagnostics(program).filter(({ file }) => !file || /program\.ts$|@busbar/.test(file.fileName));
    return found.map(
      (one) =>
        `${ts.ModuleResolutionKind[moduleResolution]}, ${one.file?.fileName}: ${ts.flattenDiagnosticMessageText(one.messageText, ' ')}`,
    );
  });
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
