import { readFile } from 'node:fs/promises';
import type { AppConfig } from '../config/busbar-config.ts';
import { findFiles } from '../load/find-files.ts';
import { findAliases } from './find-aliases.ts';
import { type Call, findCalls } from './find-calls.ts';

/** What an app does with events. */
export interface Usage {
  readonly emits: readonly string[];
  readonly listens: readonly string[];
}

const sourceFiles = '**/*.{ts,tsx,mts,js,jsx,mjs,vue,svelte,html}';
const made = ['!**/*.{test,spec,stories}.*', '!**/*.d.ts', '!**/dist/**'];

/**
 * The event names that sources emit and listen to. Names in quotes are taken as they are, others are looked up in `names`, by
 * which the contract modules export them (`cart.itemAdded`). What fits none of them is something else that has an `on`.
 */
export async function scanSources(
  { sources = [] }: AppConfig,
  names: ReadonlyMap<string, string>,
  folder: string,
): Promise<Usage> {
  const files = await findFiles([...sources, ...sources.flatMap(madeIn)], folder, sourceFiles);
  const texts = await Promise.all(files.map((file) => readFile(file, 'utf8')));
  const found = { emits: new Set<string>(), listens: new Set<string>() };
  for (const text of texts) {
    const aliases = findAliases(text);
    for (const { role, type } of findCalls(text).flatMap((call) => typesOf(call, names, aliases))) found[role].add(type);
  }
  return { emits: [...found.emits].sort(), listens: [...found.listens].sort() };
}

/** What is made for tests or made by builds, below a folder that is searched. */
function madeIn(source: string): string[] {
  if (source.startsWith('!')) return [];
  const folder = source
    .split(/[*?[{]/)[0]!
    .replace(/[^/]*\.\w+$/, '')
    .replace(/\/?$/, '/');
  return made.map((pattern) => `!${folder}${pattern.slice(1)}`);
}

function typesOf(
  { role, events }: Call,
  names: ReadonlyMap<string, string>,
  aliases: ReadonlyMap<string, string>,
): { role: Call['role']; type: string }[] {
  return events.flatMap((event) => {
    const type = /^['"`]/.test(event) ? nameIn(event) : lookUp(event, names, aliases);
    return type === undefined ? [] : [{ role, type }];
  });
}

/** Every DOM event has a name in quotes; those of this bus have a domain in front. A pattern for everything is no interest in one. */
function nameIn(event: string): string | undefined {
  const name = event.slice(1, -1);
  return /^[a-z][\w.-]*:\S+$/i.test(name) && !name.startsWith('busbar:') ? name : undefined;
}

/** `contracts.cart.itemAdded` is `cart.itemAdded` for who imports all of a module. */
function lookUp(event: string, names: ReadonlyMap<string, string>, aliases: ReadonlyMap<string, string>): string | undefined {
  const [first = '', ...rest] = event.split('.');
  const segments = [aliases.get(first) ?? first, ...rest];
  for (let from = 0; from < segments.length; from++) {
    const type = names.get(segments.slice(from).join('.'));
    if (type !== undefined) return type;
  }
  return undefined;
}
