import * as fc from 'fast-check';
import { hubLimits } from './call-options.ts';
import { definitions, eventNames } from './contracts.ts';
import type { OptionBag } from './option-bag.ts';
import type { Recipe } from './recipe.ts';
import { nothing, type Step } from './step.ts';
import { emitting, steps } from './steps.ts';

/** What happens in one trial: a page is set up, people do things, and somebody emits. */
export interface Program {
  readonly limits: OptionBag;
  readonly hasWindow: boolean;
  readonly definitions: readonly OptionBag[];
  readonly steps: readonly Step[];
}

/** Random programs. Each ends with an event, so that each brings a payload. */
export const programs: fc.Arbitrary<Program> = fc.record({
  limits: fc.oneof({ weight: 9, arbitrary: fc.constant(nothing) }, { weight: 1, arbitrary: hubLimits }),
  hasWindow: fc.boolean(),
  definitions: fc.array(definitions, { minLength: eventNames.length, maxLength: eventNames.length }),
  steps: fc.tuple(fc.array(steps, { minLength: 1, maxLength: 8 }), emitting).map(([some, last]) => [...some, last]),
});

/** The random payloads or option bags of a program. */
export function recipesIn({ limits, definitions: defined, steps: done }: Program, kind: Recipe['kind']): Recipe[] {
  return [limits, ...defined, ...done.flatMap(({ given }) => given)].filter((each) => each.kind === kind);
}
