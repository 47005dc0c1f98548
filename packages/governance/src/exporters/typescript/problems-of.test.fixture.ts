import ts from 'typescript';

/** Where generated files are supposed to be: from here, the packages that they import are found. */
const folder = new URL('.', import.meta.url).pathname;
const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ['lib.es2023.d.ts', 'lib.esnext.disposable.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: [],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  allowImportingTsExtensions: true,
  strict: true,
  noEmit: true,
};

/** What files on the disk were parsed into: they are the same for every program. */
const parsed = new Map<string, ts.SourceFile | undefined>();

/** What the compiler has to say about files that are nowhere but here, by their names. */
export function problemsOf(files: Readonly<Record<string, string>>): string[] {
  const texts = new Map(Object.entries(files).map(([name, text]) => [folder + name, text]));
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => texts.has(name) || fileExists(name);
  host.getSourceFile = (name, version, ...others) => {
    if (texts.has(name)) return ts.createSourceFile(name, texts.get(name)!, version);
    if (!parsed.has(name)) parsed.set(name, getSourceFile.call(host, name, version, ...others));
    return parsed.get(name);
  };
  const program = ts.createProgram([...texts.keys()], options, host);
  return [...texts.keys()]
    .flatMap((name) => ts.getPreEmitDiagnostics(program, program.getSourceFile(name)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}
