import * as core from '@busbar/core';
import ts from 'typescript';
import * as z from 'zod';

const folder = new URL('.', import.meta.url).pathname;
const name = `${folder}proposed-contracts.ts`;
const modules: Readonly<Record<string, unknown>> = { '@busbar/core': core, zod: z };

/** What the compiler has to say about a source that lies beside this file. */
export function problemsOf(source: string): string[] {
  const options: ts.CompilerOptions = {
    target: ts.ScriptTarget.ES2023,
    lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
    types: [],
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
    strict: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === name || fileExists(file);
  host.getSourceFile = (file, version, ...others) =>
    file === name ? ts.createSourceFile(name, source, version) : getSourceFile.call(host, file, version, ...others);
  const program = ts.createProgram([name], options, host);
  return ts
    .getPreEmitDiagnostics(program, program.getSourceFile(name))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** A file that lies beside this one, as text. */
export function sourceOf(file: string): string {
  return ts.sys.readFile(folder + file)!;
}

/** What a source of contracts exports: its contracts by their names, and the map for `emitBeside`. */
export function moduleOf(source: string) {
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2023 },
  });
  const exports: Record<string, Record<string, core.AnyEventContract>> = {};
  new Function('exports', 'require', outputText)(exports, (module: string) => modules[module]);
  const { beside = {}, ...groups } = exports;
  const contracts = Object.values(groups).flatMap((group) => Object.values(group));
  return { beside, contracts: new Map(contracts.map((contract) => [contract.type, contract])) };
}
