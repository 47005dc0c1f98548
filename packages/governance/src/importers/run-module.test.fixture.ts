import * as core from '@busbar/core';
import ts from 'typescript';
import * as z from 'zod';

const modules: Readonly<Record<string, unknown>> = { '@busbar/core': core, zod: z };

/** The contracts that the source of a module defines, by their names. */
export function runModule(source: string): Record<string, core.AnyEventContract> {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports: Record<string, Record<string, core.AnyEventContract>> = {};
  new Function('exports', 'require', outputText)(exports, (name: string) => modules[name]);
  const contracts = Object.values(exports).flatMap((group) => Object.values(group));
  return Object.fromEntries(contracts.map((contract) => [contract.type, contract]));
}

const folder = new URL('.', import.meta.url).pathname;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** What the compiler has to say about a module beside the sources. */
export function problemsOf(source: string): string[] {
  const path = `${folder}imported-contracts.ts`;
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => name === path || fileExists(name);
  host.getSourceFile = (name, version, ...others) =>
    name === path ? ts.createSourceFile(path, source, version) : getSourceFile.call(host, name, version, ...others);
  const program = ts.createProgram([path], options, host);
  const problems = ts.getPreEmitDiagnostics(program, program.getSourceFile(path));
  return problems.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
