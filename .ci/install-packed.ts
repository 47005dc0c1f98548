import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from './root.mjs';

/** A package as a registry would give it to people. */
export interface Packed {
  readonly name: string;
  readonly folder: string;
  readonly manifest: PublishedManifest;
}

/** Files by the condition under which they are taken. */
export interface Conditions {
  readonly [condition: string]: string | Conditions;
}

export interface PublishedManifest {
  readonly exports: Record<string, Conditions>;
  readonly bin?: Record<string, string>;
  readonly dependencies?: Record<string, string>;
  readonly peerDependencies?: Record<string, string>;
}

/**
 * Packs every built package as a release would and unpacks it into `consumer/node_modules`, with links to the libraries
 * of the registry that the packages are developed with.
 */
export function installPacked(consumer: string): Packed[] {
  const folders = readdirSync(join(root, 'packages'));
  for (const folder of folders) linkLibraries(join(root, 'packages', folder, 'node_modules'), join(consumer, 'node_modules'));
  return folders.map((folder) => installOne(folder, consumer));
}

function installOne(folder: string, consumer: string): Packed {
  const source = join(root, 'packages', folder);
  const built = ['dist/index.js', 'dist/index.d.ts'].every((file) => existsSync(join(source, file)));
  if (!built) throw new Error(`packages/${folder} is not built. Build first: pnpm build`);
  const target = join(consumer, 'node_modules/@busbar', folder);
  mkdirSync(dirname(target), { recursive: true });
  mkdirSync(target); // Throws when it is there: unpacking must never write through a link.
  execFileSync('pnpm', ['pack', '--pack-destination', target], { cwd: source, stdio: ['ignore', 'ignore', 'inherit'] });
  const tarball = readdirSync(target).find((file) => file.endsWith('.tgz'));
  if (!tarball) throw new Error(`pnpm pack made no tarball of packages/${folder}.`);
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1'], { cwd: target });
  rmSync(join(target, tarball));
  const manifest: PublishedManifest = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  linkCommands(manifest, target, consumer);
  return { name: `@busbar/${folder}`, folder: target, manifest };
}

/** As every package manager does, so that `npx` finds them. */
function linkCommands({ bin = {} }: PublishedManifest, folder: string, consumer: string): void {
  for (const [name, file] of Object.entries(bin)) {
    mkdirSync(join(consumer, 'node_modules/.bin'), { recursive: true });
    chmodSync(join(folder, file), 0o755);
    symlinkSync(join(folder, file), join(consumer, 'node_modules/.bin', name));
  }
}

/** Links what is installed in one folder into another. Packages of this repository are left out: they come packed, never linked. */
export function linkLibraries(installed: string, target: string): void {
  for (const entry of readdirSync(installed)) {
    if (entry.startsWith('.') || entry === '@busbar') continue;
    const names = entry.startsWith('@') ? readdirSync(join(installed, entry)).map((name) => join(entry, name)) : [entry];
    for (const name of names) {
      if (existsSync(join(target, name))) continue;
      mkdirSync(dirname(join(target, name)), { recursive: true });
      symlinkSync(join(installed, name), join(target, name));
    }
  }
}
