import type { ListedCommand } from './command.ts';

/** All commands by name, in the order in which people need them. */
export const allCommands: Readonly<Record<string, ListedCommand>> = {
  init: {
    summary: 'Set up busbar in this folder: a configuration and the first lock file',
    load: async () => (await import('./init.ts')).init,
  },
  check: {
    summary: 'Check the contracts against the lock file: the gate',
    load: async () => (await import('./check.ts')).check,
  },
  snapshot: {
    summary: 'Write the contracts as they are now to the lock file',
    load: async () => (await import('./snapshot.ts')).snapshot,
  },
  diff: {
    summary: 'Compare two schemas, two versions of a contract, or two revisions of the lock file',
    load: async () => (await import('./diff.ts')).diff,
  },
  lint: {
    summary: 'Look at how contracts are named, described and used',
    load: async () => (await import('./lint.ts')).lint,
  },
  docs: {
    summary: 'Write the catalogue of events: a static, searchable site',
    load: async () => (await import('./docs.ts')).docs,
  },
  export: {
    summary: 'Write the contracts in another format: AsyncAPI, JSON Schema, Avro and others',
    load: async () => (await import('./export.ts')).exportContracts,
  },
  import: {
    summary: 'Write a module of contracts from JSON Schema or AsyncAPI',
    load: async () => (await import('./import.ts')).importContracts,
  },
  types: {
    summary: 'Write TypeScript declarations for teams that do not import the contracts',
    load: async () => (await import('./declare-types.ts')).declareTypes,
  },
  completion: {
    summary: 'Print a completion script for bash, zsh or fish',
    load: async () => (await import('./completion.ts')).completion,
  },
};
