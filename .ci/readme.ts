// `pnpm check:readme`: the code in README.md, packages/*/README.md and apps/docs compiles, and runs where it says so, with the
// packages as they would be published.
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installPacked, linkLibraries } from './install-packed.ts';
import { checkReadmes } from './readme/check-readme.ts';
import { root } from './root.mjs';

const folders = ['', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];
const docs = readdirSync(join(root, 'apps/docs'), { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'));
const scratch = mkdtempSync(join(tmpdir(), 'busbar-readme-'));
const complaints: string[] = [];
try {
  installPacked(scratch);
  // READMEs tell how to test, too: with the plugins that the whole repository is tested with.
  linkLibraries(join(root, 'node_modules'), join(scratch, 'node_modules'));
  writeFileSync(join(scratch, 'package.json'), '{ "type": "module", "private": true }');
  const scriptTag = join(root, 'packages/core/dist/busbar.js');
  for (const folder of folders) {
    const readme = join(root, folder, 'README.md');
    if (!existsSync(readme)) complaints.push(`${join(folder, 'README.md')} is not there.`);
    else complaints.push(...(await checkReadmes([readme], join(scratch, folder || 'root'), scriptTag)));
  }
  const pages = docs.map((file) => join(root, 'apps/docs', file));
  complaints.push(...(await checkReadmes(pages, join(scratch, 'docs'), scriptTag)));
} finally {
  rmSync(scratch, { recursive: true });
}
for (const complaint of complaints) console.error(complaint.replace(`${root}/`, ''));
if (complaints.length === 0)
  console.log(`The code in ${folders.length} READMEs and ${docs.length} other pages compiles, and runs where it says so.`);
process.exitCode = complaints.length > 0 ? 1 : 0;
