import { expect, it } from 'vitest';
import { globalOptions } from './global-options.ts';
import { splitCommandLine } from './split-command-line.ts';

it.each([
  ['check --json', { command: 'check', rest: ['--json'] }],
  ['--json check', { command: 'check', rest: ['--json'] }],
  ['--cwd apps check --json', { command: 'check', rest: ['--cwd', 'apps', '--json'] }],
  ['--cwd=apps check', { command: 'check', rest: ['--cwd=apps'] }],
  ['-q diff main HEAD', { command: 'diff', rest: ['-q', 'main', 'HEAD'] }],
  ['--help', { rest: ['--help'] }],
])('finds the command of "%s"', (line, expected) => {
  expect(splitCommandLine(line.split(' '), globalOptions)).toEqual(expected);
});
