import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';

const imports = /^import (?:type )?\{[^}]*\} from '(?<from>\.[^']+)';\n/gm;
const declarations = /^(?:async )?(?:function|const|let|class) (?<name>\w+)/gm;
const exports = /^export (?=(?:async )?(?:function|const|class|interface|type) )/gm;

/**
 * Joins a TypeScript module and what it imports into one classic script: browsers load no modules for pages that are opened from
 * a disk. Understands what the sources of the pages use: named imports from beside, and exported declarations.
 *
 * @throws where two modules declare the same name, since they share one scope, and where it does not understand a module
 */
export function linkScript(entry: URL): string {
  const modules = new Map<string, string>();
  collect(entry, modules);
  const alien = [...modules].find(([, code]) => /^(?:import|export)\b/m.test(code));
  if (alien) throw new Error(`${alien[0]} imports or exports in a way that linkScript does not understand`);
  const names = [...modules.values()].flatMap((code) => [...code.matchAll(declarations)].map((match) => match.groups!['name']));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) throw new Error(`Two modules of ${entry.pathname} declare ${twice}`);
  return `(() => {\n'use strict';\n${[...modules.values()].join('\n')}})();\n`;
}

/** A module stands behind those that it imports. */
function collect(module: URL, modules: Map<string, string>): void {
  if (modules.has(module.href)) return;
  const source = readFileSync(module, 'utf8');
  modules.set(module.href, '');
  for (const match of source.matchAll(imports)) collect(new URL(match.groups!['from']!, module), modules);
  modules.delete(module.href);
  modules.set(module.href, tidy(stripTypeScriptTypes(source.replace(imports, '').replace(exports, ''))));
}

/** Without the space that the types leave. */
function tidy(code: string): string {
  return code.replace(/[ \t]+$/gm, '').replace(/\n{2,}/g, '\n');
}
