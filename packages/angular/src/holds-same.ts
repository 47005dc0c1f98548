/** A list, an object or a text. */
export type Members = string | object | undefined;

/** Whether two lists, objects or texts hold the same, member for member. */
export function holdsSame(one: Members, other: Members, isSame: (one: never, other: never) => boolean = Object.is): boolean {
  const names = Object.keys({ ...(one as object), ...(other as object) });
  return names.every((name) => isSame(one?.[name as never] as never, other?.[name as never] as never));
}
