import type { ArgsDef } from 'citty';
import { CannotRun } from '../load/cannot-run.ts';
import { aliasesOf } from './aliases-of.ts';
import { suggestion } from './did-you-mean.ts';

/** @throws CannotRun `unknown-option`, `missing-value` or `too-many-arguments` for what the command does not understand. */
export function checkOptions(rawArgs: readonly string[], args: ArgsDef, command: string): void {
  const positional = Object.values(args).filter(({ type }) => type === 'positional').length;
  let given = 0;
  for (let index = 0; index < rawArgs.length; index++) {
    const word = rawArgs[index]!;
    if (word === '--') return;
    if (!word.startsWith('-') || word === '-') given += 1;
    else if (takesNext(word, rawArgs[index + 1], args, command)) index += 1;
  }
  if (given <= positional) return;
  throw usageError('too-many-arguments', `busbar ${command} takes ${positional || 'no'} arguments, not ${given}.`, command);
}

/** Whether the next word is the value of an option. */
function takesNext(word: string, next: string | undefined, args: ArgsDef, command: string): boolean {
  const [flag = '', ...value] = word.split('=');
  const name = flag.replace(/^--?/, '');
  const known = new Map(
    Object.entries(args).flatMap(([key, option]) => [key, ...aliasesOf(option)].map((one) => [one, option.type] as const)),
  );
  const type = known.get(name) ?? (known.get(name.replace(/^no-/, '')) === 'boolean' ? 'boolean' : undefined);
  if (type === undefined || type === 'positional') {
    const options = [...known].filter(([, kind]) => kind !== 'positional').map(([one]) => one);
    const meant = suggestion(
      name,
      options.filter((one) => one.length > 1),
    ).replace(/"(.+)"/, '"--$1"');
    throw usageError(
      'unknown-option',
      `${['busbar', command].filter(Boolean).join(' ')} has no option ${flag}.${meant}`,
      command,
    );
  }
  if (type === 'boolean') return false;
  if (value.length === 0 && (next === undefined || /^-./.test(next)))
    throw usageError('missing-value', `${flag} needs a value.`, command);
  return value.length === 0;
}

/** What somebody wrote on the command line is not understood. */
export function usageError(code: string, message: string, command?: string): CannotRun {
  return new CannotRun({ code, message, advice: `See: busbar ${command ? `${command} ` : ''}--help` });
}
