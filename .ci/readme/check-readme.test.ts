import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { linkLibraries } from '../install-packed.ts';
import { root } from '../root.mjs';
import { checkReadmes } from './check-readme.ts';

// Each test starts a compiler, some a browser.
vi.setConfig({ testTimeout: 60_000 });

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-readme-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What is wrong with a README of these lines; the code fence is written as ''' here. */
async function complaintsAbout(...lines: string[]): Promise<string[]> {
  const readme = join(folder, 'README.md');
  writeFileSync(readme, lines.join('\n').replaceAll("'''", '```'));
  if (!existsSync(join(folder, 'node_modules'))) linkLibraries(join(root, 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'busbar.js'), 'window.Busbar = { createBus: () => ({}) };');
  const complaints = await checkReadmes([readme], join(folder, 'code'), join(folder, 'busbar.js'));
  return complaints.map((complaint) => complaint.replace(`${readme}:`, ''));
}

test('accepts blocks that build on each other and print what they say', async () => {
  const complaints = await complaintsAbout(
    ...["'''ts file=double.ts", 'export const double = (n: number) => n * 2;', "'''"],
    ...[
      "'''ts",
      "import { double } from './double.ts';",
      "'''",
      'and then',
      "'''ts continued run",
      'console.log(double(4)); // → 8',
      "'''",
    ],
    ...["'''sh", 'no code of ours', "'''"],
  );
  expect(complaints).toEqual([]);
});

test('names the line of code that does not compile', async () => {
  const complaints = await complaintsAbout(
    '# Title',
    "'''ts",
    'export const fine = 1;',
    "export const wrong: number = 'one';",
    "'''",
  );
  expect(complaints).toEqual(["4: Type 'string' is not assignable to type 'number'."]);
});

test('names the line in a component for Vue that does not compile', async () => {
  const complaints = await complaintsAbout(
    "'''vue",
    '<script setup lang="ts">',
    "const wrong: number = 'one';",
    '</script>',
    "'''",
  );
  expect(complaints).toContain("3: Type 'string' is not assignable to type 'number'.");
});

test('names the line in a component for Svelte that does not compile, and in a module that mounts it', async () => {
  const component = [
    "'''svelte file=Count.svelte",
    '<script lang="ts">',
    'let { count }: { count: number } = $props();',
    '</script>',
    '{counts}',
    "'''",
  ];
  const module = [
    "'''ts run=chromium",
    "import { mount } from 'svelte';",
    "import Count from './Count.svelte';",
    "mount(Count, { target: document.body, props: { count: 'two' } });",
    "'''",
  ];
  expect(await complaintsAbout(...component, ...module)).toEqual([
    "5: Cannot find name 'counts'. Did you mean 'count'?",
    "10: Type 'string' is not assignable to type 'number'.",
  ]);
});

test('mounts a component for Svelte in Chromium', async () => {
  const complaints = await complaintsAbout(
    ...["'''svelte file=Count.svelte", '<script lang="ts">', 'let count = $state(2);', '</script>', '<p>{count * 2}</p>', "'''"],
    ...["'''ts run=chromium", "import { mount } from 'svelte';", "import Count from './Count.svelte';"],
    ...['mount(Count, { target: document.body });', "console.log(document.querySelector('p')?.textContent); // → 4", "'''"],
  );
  expect(complaints).toEqual([]);
});

test('takes JSX for that of Solid where the block says so', async () => {
  const solid = (text: string) => [
    "'''tsx solid run",
    "import { createSignal } from 'solid-js';",
    "import { render } from 'solid-js/web';",
    'const [count, setCount] = createSignal(1);',
    `render(() => <p class={${text}}>{count()}</p>, document.body);`,
    'setCount(2);',
    "console.log(document.querySelector('p')?.textContent); // → 2",
    "'''",
  ];
  expect(await complaintsAbout(...solid("'count'"))).toEqual([]);
  expect(await complaintsAbout(...solid('1'))).toEqual(["5: Type 'number' is not assignable to type 'string'."]);
});

test('names a block that throws in Node', async () => {
  const complaints = await complaintsAbout("'''ts run", "throw new Error('no bus today');", "'''");
  expect(complaints).toEqual([expect.stringMatching(/^2: does not run in Node: [\s\S]*no bus today/)]);
});

test('tells when a block prints something else than it says', async () => {
  const complaints = await complaintsAbout("'''ts run", 'console.log(1 + 1); // → 3', "'''");
  expect(complaints).toEqual(['2: says that it prints ["3"] and prints ["2"].']);
});

test('reads what a block prints from the text after it, where indented lines go on and … is different each time', async () => {
  const block = ["'''ts run", "console.log('one two', Math.random());", "console.log('three');", "'''"];
  const text = ["'''text printed", 'one', '  two …', 'three', "'''"];
  expect(await complaintsAbout(...block, ...text)).toEqual([]);
  expect(await complaintsAbout(...block, ...text.with(3, 'four'))).toEqual([
    expect.stringMatching(/says that it prints .*"four"/),
  ]);
});

test('runs a block for Chromium there', async () => {
  const complaints = await complaintsAbout("'''ts run=chromium", 'console.log(document.title.length); // → 0', "'''");
  expect(complaints).toEqual([]);
});

test('gives a page the script-tag build, wherever it asks for it', async () => {
  const script = '<script src="https://cdn.example/busbar.js"></script>';
  const complaints = await complaintsAbout(
    "'''html",
    script,
    '<script>',
    'console.log(typeof Busbar.createBus); // → function',
    '</script>',
    "'''",
  );
  expect(complaints).toEqual([]);
});

test('names a page that throws', async () => {
  const complaints = await complaintsAbout("'''html", '<script>Busbar.createBus();</script>', "'''");
  expect(complaints).toEqual([expect.stringMatching(/^2: throws in Chromium: .*Busbar is not defined/)]);
});

test('refuses a word after the language that means nothing', async () => {
  await expect(complaintsAbout("'''ts skip", 'nonsense', "'''")).rejects.toThrow('Line 1: "skip" says nothing to this check.');
});
