import type { ArgsDef } from 'citty';

/** A command line, and which word of it is the command. */
export interface CommandLine {
  readonly command?: string;
  /** All other words. */
  readonly rest: readonly string[];
}

/** Finds the command: the first word that is neither an option nor the value of one. Options may stand before it. */
export function splitCommandLine(argv: readonly string[], options: ArgsDef): CommandLine {
  for (let index = 0; index < argv.length; index++) {
    const word = argv[index]!;
    if (!word.startsWith('-')) return { command: word, rest: [...argv.slice(0, index), ...argv.slice(index + 1)] };
    const { type } = options[word.replace(/^--?/, '')] ?? {};
    if (type === 'string') index += 1;
  }
  return { rest: argv };
}
