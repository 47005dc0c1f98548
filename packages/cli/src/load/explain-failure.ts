import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import type { Trouble } from './cannot-run.ts';
import { ownFramesFirst, placeOfSyntaxError, readStack } from './read-stack.ts';

/** Says why a module could not be imported, where the reason is, and what to do about it. */
export function explainFailure(error: unknown, file: string, label: string, folder: string): Trouble {
  const stack = ownFramesFirst(readStack(error), folder);
  const place = placeOfSyntaxError(error) ?? stack[0] ?? { file };
  const { code, message, advice } = explain(error, label, place.file, folder);
  const { file: from, line } = code === 'module-not-found' ? importer(error, file) : { file: place.file, line: undefined };
  return {
    code,
    message,
    advice,
    file: from,
    ...(line !== undefined && { line }),
    ...(line === undefined && 'line' in place && { line: place.line, column: place.column }),
    stack: code === 'module-throws' ? stack : [],
  } as Trouble;
}

interface Explanation {
  readonly code: string;
  readonly message: string;
  readonly advice: string;
}

function explain(error: unknown, label: string, file: string, folder: string): Explanation {
  const message = error instanceof Error ? error.message.replaceAll(`${folder}/`, '') : `It threw ${describe(error)}.`;
  const nodeCode = (error as { code?: unknown } | null)?.code;
  if (nodeCode === 'ERR_UNSUPPORTED_TYPESCRIPT_SYNTAX') return notErasable(label, message);
  if (nodeCode === 'ERR_UNKNOWN_FILE_EXTENSION') return unknownEnding(label, file, message);
  if (nodeCode === 'ERR_UNSUPPORTED_NODE_MODULES_TYPE_STRIPPING') return typesInLibrary(label, message);
  if (/^ERR_(MODULE_NOT_FOUND|PACKAGE_\w+|UNSUPPORTED_DIR_IMPORT)$/.test(String(nodeCode))) return notFound(label, message);
  if (error instanceof SyntaxError && /does not provide an export/.test(message)) return notExported(label, message);
  if (error instanceof SyntaxError) {
    return { code: 'module-syntax', message: `${label} does not parse: ${message}`, advice: 'Mend the line that is named.' };
  }
  return {
    code: 'module-throws',
    message: `${label} throws when it is read: ${nameOf(error)}${message}`,
    advice: adviceFor(message),
  };
}

function nameOf(error: unknown): string {
  return error instanceof Error && error.name !== 'Error' ? `${error.name}: ` : '';
}

function describe(value: unknown): string {
  return typeof value === 'string' ? JSON.stringify(value) : String(value);
}

function adviceFor(message: string): string {
  const browserOnly = /^(window|document|navigator|location|localStorage|customElements|HTMLElement) is not defined/.exec(
    message,
  );
  return browserOnly
    ? `Contracts are read in Node, where there is no ${browserOnly[1]}. Keep what needs a page out of contract modules.`
    : 'Mend the first line of the stack that is yours. Contract modules need to define contracts and do nothing else.';
}

function notErasable(label: string, message: string): Explanation {
  return {
    code: 'not-erasable',
    message: `${label} cannot be read as it is: ${message}.`.replace(/\.\.$/, '.'),
    advice:
      'Node leaves types out and changes nothing else. Write what it can leave out (erasableSyntaxOnly in tsconfig.json says where), such as a union of strings instead of an enum.',
  };
}

function unknownEnding(label: string, file: string, message: string): Explanation {
  const isTypeScript = /^\.[cm]?ts$/.test(extname(file)) || /"\.[cm]?ts"/.test(message);
  return {
    code: 'unreadable-module',
    message: isTypeScript ? `${label} is in TypeScript, and this Node was told not to read it.` : `${label}: ${message}.`,
    advice: isTypeScript
      ? 'Run busbar without --no-strip-types, also in NODE_OPTIONS.'
      : 'Node reads .ts, .mts, .js and .mjs. Keep contracts in modules of their own, apart from components.',
  };
}

function typesInLibrary(label: string, message: string): Explanation {
  return {
    code: 'types-in-library',
    message: `${label}: ${message}.`.replace(/\.\.$/, '.'),
    advice: 'Node reads no TypeScript in node_modules. Publish the package as JavaScript, or link it as part of the workspace.',
  };
}

function notExported(label: string, message: string): Explanation {
  return {
    code: 'not-exported',
    message: `${label} does not fit the modules that it imports: ${message}`,
    advice: 'Mend the name. What is only a type has to be imported with `import type`, because Node leaves types out.',
  };
}

function notFound(label: string, message: string): Explanation {
  return {
    code: 'module-not-found',
    message: `${label} imports what is not there: ${message}`,
    advice:
      'Install it, or mend the import. Aliases of bundlers and of tsconfig.json mean nothing to Node; "imports" in package.json does the same for everybody.',
  };
}

/** The file that asks for what is not there, and the line that names it. */
function importer(error: unknown, file: string): { file: string; line?: number } {
  const match = /Cannot find (?:module|package) '(?<wanted>[^']+)' imported from (?<from>.+)$/.exec((error as Error).message);
  const from = match?.groups?.['from'] ?? file;
  const wanted = match?.groups?.['wanted']
    ?.split(/[/\\]/)
    .at(-1)
    ?.replace(/\.\w+$/, '');
  try {
    const lines = readFileSync(from, 'utf8').split('\n');
    const index = lines.findIndex(
      (text) => wanted !== undefined && /\b(import|from|export)\b/.test(text) && text.includes(wanted),
    );
    return index === -1 ? { file: from } : { file: from, line: index + 1 };
  } catch {
    return { file };
  }
}
