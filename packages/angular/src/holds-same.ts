/** Whether two values are the same, or lists or plain objects that hold the same, member for member. */
export function holdsSame(one: object | undefined, other: object | undefined): boolean {
  return (
    one === other ||
    ([Object, Array].includes(one?.constructor as never) &&
      // The constructor as well: an empty list is no empty object.
      Object.keys({ constructor: 0, ...one, ...other }).every((name) => holdsSame(one?.[name as never], other?.[name as never])))
  );
}
