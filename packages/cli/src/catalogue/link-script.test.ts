import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkScript } from './link-script.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'busbar-link-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function link(modules: Record<string, string>): string {
  for (const [name, text] of Object.entries(modules)) writeFileSync(join(folder, name), text);
  return linkScript(pathToFileURL(join(folder, 'main.ts')));
}

test('a module and what it imports become one script, each once and before who needs it', () => {
  const script = link({
    'main.ts':
      "import { twice } from './twice.ts';\nimport { one } from './one.ts';\nglobalThis.result = twice(one) as number;\n",
    'twice.ts':
      "import type { Amount } from './amount.ts';\nimport { one } from './one.ts';\nexport function twice(n: Amount): Amount {\n  return n * 2 * one;\n}\n",
    'one.ts': "import type { Amount } from './amount.ts';\n\nexport const one: Amount = 1;\n",
    'amount.ts': 'export type Amount = number;\n',
  });
  const page: { result?: number } = {};
  runInNewContext(script, Object.assign(page, { globalThis: page }));
  expect(page.result).toBe(2);
  expect(script.match(/const one/g)).toHaveLength(1);
});

test.each(["import './one.ts';", "import all from './one.ts';", 'export default 1;', "export { one } from './one.ts';"])(
  'what it does not understand is refused: %s',
  (line) => {
    expect(() => link({ 'main.ts': `${line}\n`, 'one.ts': 'export const one = 1;\n' })).toThrow('does not understand');
  },
);

test('two modules that declare the same name are refused', () => {
  const modules = {
    'main.ts': "import { one } from './one.ts';\nfunction start() {\n  return one();\n}\nstart();\n",
    'one.ts': 'export function one() {\n  return start();\n}\nfunction start() {\n  return 1;\n}\n',
  };
  expect(() => link(modules)).toThrow('declare start');
});
