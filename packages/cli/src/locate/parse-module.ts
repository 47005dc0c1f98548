import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { type Program, parse } from 'acorn';

const parsed = new Map<string, Program | undefined>();

/** The syntax tree of a module with the positions that its source has; nothing if it is not there or does not parse. */
export function parseModule(file: string): Program | undefined {
  if (!parsed.has(file)) parsed.set(file, tryToParse(file));
  return parsed.get(file);
}

function tryToParse(file: string): Program | undefined {
  try {
    const source = readFileSync(file, 'utf8');
    // Types are replaced by white space, so that everything else stays where it is.
    const code = /\.[cm]?ts$/.test(file) ? stripTypeScriptTypes(source) : source;
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module', locations: true });
  } catch {
    return undefined;
  }
}
