import { basename } from 'node:path';
import type { Rolldown } from 'vite';

/**
 * Keeps modules with runes for themselves, under names that Svelte's plugins know them by: whoever uses the package compiles
 * them, for browsers or for servers, with the compiler that fits the Svelte that is there.
 */
export const modulesWithRunes: Rolldown.OutputOptions = {
  codeSplitting: {
    groups: [{ debugName: 'modules with runes', name: (id) => (id.endsWith('.svelte.ts') ? basename(id, '.ts') : null) }],
  },
  chunkFileNames: ({ name }) => (name.endsWith('.svelte') ? '[name].js' : '[name]-[hash].js'),
};
