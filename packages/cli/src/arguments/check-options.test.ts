import type { ArgsDef } from 'citty';
import { expect, it } from 'vitest';
import { checkOptions } from './check-options.ts';

const args = {
  old: { type: 'positional' },
  policy: { type: 'string' },
  json: { type: 'boolean' },
  quiet: { type: 'boolean', alias: 'q' },
} satisfies ArgsDef;

it.each(['a --policy strict', '--policy=strict a', '--no-json', '-q a', '--policy - a', '-- --anything'])(
  'takes "%s"',
  (line) => {
    expect(() => checkOptions(line.split(' '), args, 'diff')).not.toThrow();
  },
);

it.each([
  ['--polcy strict', 'busbar diff has no option --polcy. Did you mean "--policy"?'],
  ['--policy', '--policy needs a value.'],
  ['--policy --json', '--policy needs a value.'],
  ['a b', 'busbar diff takes 1 arguments, not 2.'],
  ['--no-policy', 'busbar diff has no option --no-policy. Did you mean "--policy"?'],
])('refuses "%s"', (line, message) => {
  expect(() => checkOptions(line.split(' '), args, 'diff')).toThrow(message);
});
