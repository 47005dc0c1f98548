import type { ArgDef, ArgsDef } from 'citty';
import { allCommands } from '../commands/all-commands.ts';
import type { Command } from '../commands/command.ts';
import type { Page } from '../print/page.ts';
import { indented, wrap } from '../print/wrap.ts';
import { aliasesOf } from './aliases-of.ts';
import { globalOptions } from './global-options.ts';

/** How `busbar` is used: the list of its commands. */
export function printHelp(page: Page, version: string): string {
  const heading = (text: string) => page.paint('bold', text);
  const commands = Object.entries(allCommands).map(([name, { summary }]) => [name, summary] as const);
  return [
    `busbar ${version}: keeps event contracts compatible.`,
    '',
    `${heading('Usage')}  busbar <command> [options]`,
    '',
    heading('Commands'),
    table(commands, page),
    '',
    heading('Options of every command'),
    table(optionsOf(globalOptions), page),
    '',
    `${heading('Exit codes')}  0 all is well, 1 a contract would break somebody, 2 it could not be found out`,
    '',
    `busbar <command> --help says more and gives examples.`,
  ].join('\n');
}

/** How one command is used, with examples. */
export function printCommandHelp(name: string, command: Command, page: Page): string {
  const heading = (text: string) => page.paint('bold', text);
  const own = Object.entries(command.args);
  const positional = own.filter(([, { type }]) => type === 'positional');
  const words = positional.map(([key, { required }]) => (required === false ? `[${key}]` : `<${key}>`)).join(' ');
  return [
    ...wrap(`${command.summary}.`, page.width),
    ...(command.details ? ['', ...wrap(command.details, page.width)] : []),
    '',
    `${heading('Usage')}  busbar ${[name, words, '[options]'].filter(Boolean).join(' ')}`,
    ...section(
      heading('Arguments'),
      positional.map(([key, { description = '' }]) => [key, description] as const),
      page,
    ),
    ...section(heading('Options'), optionsOf(command.args), page),
    ...section(heading('Options of every command'), optionsOf(globalOptions), page),
    '',
    heading('Examples'),
    ...command.examples.flatMap(([line, what]) => [`  ${page.paint('cyan', line)}`, indented(what, 4, page.width)]),
  ].join('\n');
}

type Row = readonly [label: string, description: string];

function section(heading: string, rows: readonly Row[], page: Page): string[] {
  return rows.length === 0 ? [] : ['', heading, table(rows, page)];
}

function optionsOf(args: ArgsDef): Row[] {
  const options = Object.entries(args).filter(([, { type }]) => type !== 'positional');
  return options.map(([name, option]) => [labelOf(name, option), option.description ?? '']);
}

function labelOf(name: string, option: ArgDef): string {
  const short = aliasesOf(option).map((one) => `-${one}, `);
  return `${short.join('')}--${name}${option.type === 'string' ? ` <${option.valueHint ?? 'value'}>` : ''}`;
}

function table(rows: readonly Row[], page: Page): string {
  const column = Math.max(...rows.map(([label]) => label.length)) + 4;
  return rows
    .map(([label, description]) => {
      const [first = '', ...rest] = wrap(description, Math.max(20, page.width - column));
      const painted = page.paint('cyan', label);
      const lines = [
        `  ${painted}${' '.repeat(column - 2 - label.length)}${first}`,
        ...rest.map((line) => ' '.repeat(column) + line),
      ];
      return lines.join('\n');
    })
    .join('\n');
}
