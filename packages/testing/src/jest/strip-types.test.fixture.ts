// Jest has this take the types out of what it runs.
import { stripTypeScriptTypes } from 'node:module';

export function process(source: string): { code: string } {
  return { code: stripTypeScriptTypes(source) };
}
