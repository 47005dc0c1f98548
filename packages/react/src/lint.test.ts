import parser from '@typescript-eslint/parser';
import { ESLint } from 'eslint';
import reactHooks from 'eslint-plugin-react-hooks';
import { expect, test, vi } from 'vitest';

// The rules of the compiler compile what they look at.
vi.setConfig({ testTimeout: 60_000 });

/** As people have it who turned everything on, the rules of the React Compiler included. No comment turns a rule off. */
const eslint = new ESLint({
  cwd: new URL('.', import.meta.url).pathname,
  overrideConfigFile: true,
  overrideConfig: [
    {
      files: ['**/*.ts', '**/*.tsx'],
      languageOptions: { parser, parserOptions: { ecmaFeatures: { jsx: true } } },
      linterOptions: { noInlineConfig: true },
    },
    { files: ['**/*.ts', '**/*.tsx'], ...reactHooks.configs.flat['recommended-latest'] },
  ],
});

function findings(results: ESLint.LintResult[]): string[] {
  return results.flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, message }) => `${filePath}:${line} ${ruleId} ${message}`),
  );
}

test('the hooks have no finding under the rules of React and of its compiler', async () => {
  const results = await eslint.lintFiles(['**/+([a-z-]).{ts,tsx}']);
  expect(results.map(({ filePath }) => filePath)).toContainEqual(expect.stringMatching(/use-event\.ts$/));
  expect(findings(results)).toEqual([]);
});

test('components that use the hooks have none either', async () => {
  expect(findings(await eslint.lintFiles(['shop.test.fixture.tsx']))).toEqual([]);
});

test('the rules are at work: they find what a component does wrong with a hook', async () => {
  const wrong = `
    import { useEvent } from '@busbar/react';
    import { useRef } from 'react';
    export function Listener({ hears, contract, handler }) {
      const last = useRef(handler);
      last.current = handler;
      if (hears) useEvent(contract, handler);
      return null;
    }`;
  const [result] = await eslint.lintText(wrong, { filePath: 'listener.tsx' });
  expect(result?.messages.map(({ ruleId }) => ruleId).sort()).toEqual(['react-hooks/refs', 'react-hooks/rules-of-hooks']);
});
