/** `expect.any(Number)` and its like, of whichever runner. */
export interface Asymmetric {
  asymmetricMatch(other: unknown): boolean;
}

/** What is expected of a value: some of its fields at any depth, all items of a list, and matchers in the place of any value. */
export type ExpectedPart<Value> =
  | Asymmetric
  | (Value extends readonly (infer Item)[]
      ? readonly ExpectedPart<Item>[]
      : Value extends object
        ? { readonly [Key in keyof Value]?: ExpectedPart<Value[Key]> }
        : Value);
