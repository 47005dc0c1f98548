import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { root } from '../root.mjs';
import { untrueQuotes } from './quoted-code.ts';

const quote = (file: string, code: string) => `Some text.\n\n\`\`\`ts of=${file}\n${code}\n\`\`\`\n`;

describe('code that a page says is a part of a file', () => {
  test('is, in all documentation', () => {
    const pages = globSync(['*.md', 'apps/docs/**/*.md', 'packages/*/README.md'], { cwd: root });
    const untrue = pages.flatMap((page) =>
      untrueQuotes(readFileSync(join(root, page), 'utf8'), root).map((said) => `${page}:${said}`),
    );
    expect(untrue).toEqual([]);
  });

  test('is found wanting where it differs, and where there is no such file', () => {
    const file = '.ci/readme/quoted-code.ts';
    expect(untrueQuotes(quote(file, "import { join } from 'node:path';"), root)).toEqual([]);
    expect(untrueQuotes(quote(file, "import { joined } from 'node:path';"), root)).toEqual([`3: is no part of ${file}.`]);
    expect(untrueQuotes(quote('gone.ts', ''), root)).toEqual(['3: gone.ts is not there.']);
  });
});
