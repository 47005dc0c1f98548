import type { ArgsDef } from 'citty';

/** Options that every command has. */
export const globalOptions = {
  config: { type: 'string', valueHint: 'file', description: 'The configuration (default: the nearest busbar.config.ts)' },
  cwd: { type: 'string', valueHint: 'folder', description: 'The folder to work in (default: this one)' },
  timeout: { type: 'string', valueHint: 'seconds', description: 'How long a module or a contract may take (default: 10)' },
  json: { type: 'boolean', description: 'Answer in JSON, for programs' },
  quiet: { type: 'boolean', alias: 'q', description: 'Say nothing but what is wrong' },
  help: { type: 'boolean', alias: 'h', description: 'Say how the command is used' },
} as const satisfies ArgsDef;

/** For commands that write files. */
export const dryRun = { type: 'boolean', description: 'Say what would be written, and write nothing' } as const;
