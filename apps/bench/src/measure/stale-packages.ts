import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { benchFolder } from './bundle-page.ts';

const packages = join(benchFolder, '../../packages');

/** Those of these packages whose build is not there, or older than a source of theirs. */
export function stalePackages(names: readonly string[], folder = packages): string[] {
  return names.filter((name) => {
    const built = newest(join(folder, name, 'dist'));
    return built === 0 || built < Math.max(newest(join(folder, name, 'src')), newest(join(folder, name, 'package.json')));
  });
}

/** Builds those of these packages whose build does not show what their sources say. */
export async function buildStalePackages(names: readonly string[], tell: (progress: string) => void): Promise<void> {
  const stale = stalePackages(names);
  if (stale.length === 0) return;
  tell(`building ${stale.join(', ')}`);
  const output = await runPnpm([...stale.flatMap((name) => ['--filter', `@busbar/${name}`]), '--sort', 'run', 'build']);
  const still = stalePackages(names);
  if (still.length > 0) throw new Error(`${still.join(', ')} could not be built. Build first: pnpm build\n${output}`);
}

/** Answers what the command has written, whether it did well or not. */
async function runPnpm(commandLine: readonly string[]): Promise<string> {
  const child = spawn('pnpm', commandLine, { cwd: packages, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (output += text));
  await once(child, 'close').catch((error: Error) => (output += error.message));
  return output;
}

/** When the newest of a file or of the files in a folder was written, tests left out; 0 where there is none. */
function newest(path: string): number {
  if (!existsSync(path)) return 0;
  if (!statSync(path).isDirectory()) return statSync(path).mtimeMs;
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const sources = files.filter(({ name }) => !/\.test(-d)?\./.test(name));
  return Math.max(0, ...sources.map(({ parentPath, name }) => statSync(join(parentPath, name)).mtimeMs));
}
