import { existsSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Expression, ImportDeclaration, Node, Program } from 'acorn';
import { parseModule } from './parse-module.ts';

/** An expression, and the module that it is written in. */
export interface Placed {
  readonly node: Node;
  readonly file: string;
}

/** What a name at the top level of a module stands for, also if it is imported from a module beside it. */
export function findValue(name: string, file: string): Placed | undefined {
  const tree = parseModule(file);
  if (!tree) return undefined;
  return declaredIn(tree, name, file) ?? importedInto(tree, name, file);
}

function declaredIn(tree: Program, name: string, file: string): Placed | undefined {
  const statements = tree.body.map((one) => (one.type === 'ExportNamedDeclaration' && one.declaration ? one.declaration : one));
  for (const statement of statements) {
    if (statement.type !== 'VariableDeclaration') continue;
    const found = statement.declarations.find(({ id, init }) => id.type === 'Identifier' && id.name === name && init);
    if (found) return { node: found.init as Expression, file };
  }
  return undefined;
}

function importedInto(tree: Program, name: string, file: string): Placed | undefined {
  for (const statement of tree.body) {
    const original = statement.type === 'ImportDeclaration' && importedAs(statement, name);
    const target = original && moduleAt(String((statement as ImportDeclaration).source.value), file);
    if (original && target) return findValue(original, target);
  }
  return undefined;
}

function importedAs(statement: ImportDeclaration, name: string): string | undefined {
  const specifier = statement.specifiers.find(({ local }) => local.name === name);
  return specifier?.type === 'ImportSpecifier' && specifier.imported.type === 'Identifier' ? specifier.imported.name : undefined;
}

function moduleAt(specifier: string, file: string): string | undefined {
  if (!specifier.startsWith('.')) return undefined;
  const path = resolve(dirname(file), specifier);
  return [path, `${path}.ts`, path.replace(/\.(m?)js$/, '.$1ts'), `${path}/index.ts`].find(
    (one) => existsSync(one) && /\.\w+$/.test(one),
  );
}
