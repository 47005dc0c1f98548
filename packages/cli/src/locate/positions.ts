import { type Definition, findDefinitions, type Position } from './find-definitions.ts';
import { findField } from './find-field.ts';

/** Knows where contracts and their fields are written. */
export interface Positions {
  /** Where the field is written that `path` names, else where the contract is; nothing if neither can be found. */
  find(type: string, path?: string): Position | undefined;
}

/** Looks into the modules when it is asked for the first time. */
export function positionsIn(files: () => readonly string[]): Positions {
  let definitions: Map<string, Definition> | undefined;
  return {
    find(type, path) {
      definitions ??= new Map(
        files()
          .flatMap(findDefinitions)
          .reverse()
          .map((one) => [one.type, one]),
      );
      const found = definitions.get(type);
      if (!found) return undefined;
      return (path === undefined ? undefined : findField(found, path)) ?? found.position;
    },
  };
}
