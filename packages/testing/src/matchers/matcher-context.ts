/** What matchers use of what their runner hands them: Vitest and Jest have this in common. */
export interface MatcherContext {
  equals(one: unknown, other: unknown, testers?: never[]): boolean;
  readonly utils: {
    readonly iterableEquality: unknown;
    readonly subsetEquality: unknown;
  };
}

/** What a matcher answers. */
export interface MatcherResult {
  readonly pass: boolean;
  message(): string;
}

/** Whether a value has what is expected of it, as `toMatchObject` tells. */
export function hasPart({ equals, utils }: MatcherContext, value: unknown, part: unknown): boolean {
  return equals(value, part, [utils.iterableEquality, utils.subsetEquality] as never[]);
}
