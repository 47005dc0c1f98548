import { cpSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { built, recipes } from '../bundle.ts';

/** Takes the types out of the modules, one by one, and puts the libraries beside them: nothing is bundled. */
export async function buildImportMap(): Promise<void> {
  for (const file of globSync(['micro-frontends/*.ts', 'page/*.ts'], { cwd: recipes })) {
    const target = join(built, 'import-map', file.replace(/\.ts$/, '.js'));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, withoutTypes(readFileSync(join(recipes, file), 'utf8')));
  }
  cpSync(fileURLToPath(import.meta.resolve('valibot')), join(built, 'valibot.js'));
}

function withoutTypes(source: string): string {
  const { ESNext } = ts.ModuleKind;
  const compilerOptions = { target: ts.ScriptTarget.ES2022, module: ESNext, rewriteRelativeImportExtensions: true };
  return ts.transpileModule(source, { compilerOptions }).outputText;
}
