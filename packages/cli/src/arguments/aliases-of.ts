import type { ArgDef } from 'citty';

/** The other names of an option: `q` of `quiet`. */
export function aliasesOf(option: ArgDef): string[] {
  return 'alias' in option ? [option.alias ?? []].flat() : [];
}
