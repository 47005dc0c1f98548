import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { readManifest } from '../vite/manifest.ts';
import { builtFile } from './built-packages.ts';
import { bundle, type Taken } from './bundle.ts';

/** Something of Busbar that a page can have. */
export interface Part {
  /** What it is, in the words of the tables. */
  readonly what: string;
  /** How pages get it: by a bundler, or as a script that is built already. */
  readonly taken: Taken | { readonly script: string };
  /** The most bytes that it may have after gzip: what was reached, rounded up. */
  readonly limit?: number;
  /** Whether the README tells it, and not only `pnpm check:sizes` and the page of the costs. */
  readonly inReadme?: true;
  /** Why it may have sentences in it, where it may. */
  readonly mayExplain?: string;
}

/** What a component usually takes of an adapter, and the most bytes of everything that the adapter exports. */
const adapters = {
  react: { usual: 'BusProvider, useEvent, useEventState, useEmit', limit: 1_000 },
  vue: { usual: 'createBusPlugin, useEvent, useEventState, useEmit', limit: 1_000 },
  angular: { usual: 'provideBus, injectEvent, injectEventState, injectEmit', limit: 1_000 },
  svelte: { usual: 'setBus, onEvent, eventState, emitter', limit: 1_000 },
  solid: { usual: 'BusProvider, createEvent, createEventState, createEmit', limit: 1_000 },
  lit: { usual: 'EventController, EventStateController, emitter', limit: 1_000 },
  'single-spa': { usual: 'withBus', limit: 1_000 },
};

/** Further entries of adapters. */
const entries = {
  'react/panel': 700,
  'angular/features': 400,
  'angular/panel': 700,
  'lit/provider': 600,
  'lit/panel': 1_000,
  'lit/element': 600,
  'single-spa/routing': 1_000,
};

/** What a bundle takes of the patterns when it uses one of them. */
const patterns = {
  'request and reply': '{ defineRequest, request, reply }',
  projections: '{ defineProjection, project }',
  collections: '{ collection }',
  sagas: '{ defineSaga, runSaga }',
  everything: '*',
};

/** The stores that can be left. */
const stores = ['redux', 'zustand', 'pinia', 'ngrx'];

/** The words by which the bars are found among the parts. */
export const minimalCore = '`@busbar/core`, `createBus` and `defineEvent`';
export const minimalCoreWithRxjs = `${minimalCore}, and what they use of RxJS`;
export const wholeCore = '`@busbar/core`, everything';
export const wholeCoreWithRxjs = `${wholeCore}, and what it uses of RxJS`;
export const script = '`busbar.min.js`, for a script tag in production';
export const inReact = 'A micro-frontend in React, without React, with a copy of the core';
export const inReactOnPageCopy = 'The same with `@busbar/core/global`';
export const wholeAdapter = (name: string): string => `\`@busbar/${name}\`, everything`;

/** All that is weighed. */
export const parts: readonly Part[] = [
  ...coreParts(),
  ...Object.entries(adapters).flatMap(adapterParts),
  ...Object.entries(entries).map(entryPart),
  ...microFrontendParts(),
  ...resilienceParts(),
  ...Object.entries(patterns).map(patternPart),
  ...stores.map(stranglerPart),
];

/** The code of a part, as it comes to a page. */
export async function codeOf({ taken }: Part): Promise<string> {
  return 'script' in taken ? readFileSync(builtFile('core', taken.script), 'utf8') : bundle(taken);
}

/** The packages that parts are taken of, by their folders. */
export function packagesOf(some: readonly Part[]): string[] {
  const named = some.flatMap(({ taken }) => ('source' in taken ? [...taken.source.matchAll(/@busbar\/([\w-]+)/g)] : []));
  return [...new Set(named.map(([, name]) => name!))];
}

/** Limits are what was reached, in hundreds. The aim was 5,000: apps/docs/decisions/014-size-of-the-core.md says why it is not. */
function coreParts(): Part[] {
  const minimal = `export { createBus, defineEvent } from '@busbar/core'`;
  const everything = `export * from '@busbar/core'`;
  const without = ['rxjs'];
  return [
    { what: minimalCore, taken: { source: minimal, without }, limit: 16_200, inReadme: true },
    { what: minimalCoreWithRxjs, taken: { source: minimal }, inReadme: true },
    { what: wholeCore, taken: { source: everything, without }, limit: 18_100, inReadme: true },
    { what: wholeCoreWithRxjs, taken: { source: everything } },
    { what: script, taken: { script: 'busbar.min.js' }, inReadme: true },
    {
      what: '`@busbar/core/global`, in place of a copy of the core',
      taken: { source: `export * from '@busbar/core/global'` },
      limit: 600,
      inReadme: true,
    },
    {
      what: '`busbar.js`, for a script tag, with sentences',
      taken: { script: 'busbar.js' },
      mayExplain: 'It is for development.',
    },
  ];
}

function adapterParts([name, { usual, limit }]: [string, { usual: string; limit: number }]): Part[] {
  const without = peersOf(name);
  const from = `from '@busbar/${name}'`;
  return [
    {
      what: `\`@busbar/${name}\`, \`${usual.replaceAll(', ', '`, `')}\``,
      taken: { source: `export { ${usual} } ${from}`, without },
    },
    { what: wholeAdapter(name), taken: { source: `export * ${from}`, without }, limit, inReadme: true },
  ];
}

function entryPart([entry, limit]: [string, number]): Part {
  const without = peersOf(entry.split('/')[0]!);
  return { what: `\`@busbar/${entry}\``, taken: { source: `export * from '@busbar/${entry}'`, without }, limit };
}

/** What Busbar is of a micro-frontend whose components use the usual four, with what it uses of RxJS. */
function microFrontendParts(): Part[] {
  const source = `export { createBus, defineEvent } from '@busbar/core'; export { ${adapters.react.usual} } from '@busbar/react'`;
  const without = ['react', 'react-dom'];
  return [
    { what: inReact, taken: { source, without }, inReadme: true },
    { what: inReactOnPageCopy, taken: { source, without, coreOfPage: true }, inReadme: true },
  ];
}

function resilienceParts(): Part[] {
  const source = `export * from '@busbar/resilience'`;
  const without = ['@busbar/core'];
  return [
    {
      what: '`@busbar/resilience`, without cockatiel',
      taken: { source, without: [...without, 'cockatiel'] },
      limit: 1_200,
      inReadme: true,
    },
    { what: '`@busbar/resilience`, and what it uses of cockatiel', taken: { source, without }, mayExplain: 'cockatiel does.' },
  ];
}

function patternPart([what, names]: [string, string]): Part {
  const source = `export ${names} from '@busbar/patterns'`;
  const whole = names === '*' && ({ inReadme: true } as const);
  return { what: `\`@busbar/patterns\`, ${what}`, taken: { source, without: ['@busbar/core', 'rxjs'] }, ...whole };
}

function stranglerPart(store: string): Part {
  const source = `export * from '@busbar/strangler'; export * from '@busbar/strangler/${store}'`;
  return {
    what: `\`@busbar/strangler\` and its \`/${store}\``,
    taken: { source, without: peersOf('strangler') },
    mayExplain: 'It is there for a while, and tells who still uses the store.',
  };
}

function peersOf(name: string): string[] {
  return [...Object.keys(readManifest(join(root, 'packages', name)).peerDependencies ?? {}), 'rxjs'];
}
