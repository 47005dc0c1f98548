import type { BusEvent } from '@busbar/core';
import type { SagaStep } from './saga-step.ts';

/** What a step adds to the results. */
export type Done<Name extends string, Result> = { readonly [Key in Name]: Awaited<Result> };

/** What the steps of a saga have answered once all of them are done; those that it has not add nothing. */
export type AllDone<
  N1 extends string,
  R1,
  N2 extends string,
  R2,
  N3 extends string,
  R3,
  N4 extends string,
  R4,
  N5 extends string,
  R5,
  N6 extends string,
  R6,
  N7 extends string,
  R7,
  N8 extends string,
  R8,
> = Done<N1, R1> & Done<N2, R2> & Done<N3, R3> & Done<N4, R4> & Done<N5, R5> & Done<N6, R6> & Done<N7, R7> & Done<N8, R8>;

/**
 * A list of steps that each know the results of those before. The compiler looks at one after the other, which it does for
 * the places of a tuple only: hence one line for each.
 */
export type TypedSteps<
  Start extends BusEvent,
  N1 extends string,
  R1,
  N2 extends string,
  R2,
  N3 extends string,
  R3,
  N4 extends string,
  R4,
  N5 extends string,
  R5,
  N6 extends string,
  R6,
  N7 extends string,
  R7,
  N8 extends string,
  R8,
> = readonly [
  SagaStep<Start, unknown, N1, R1>,
  SagaStep<Start, Done<N1, R1>, N2, R2>?,
  SagaStep<Start, Done<N1, R1> & Done<N2, R2>, N3, R3>?,
  SagaStep<Start, Done<N1, R1> & Done<N2, R2> & Done<N3, R3>, N4, R4>?,
  SagaStep<Start, Done<N1, R1> & Done<N2, R2> & Done<N3, R3> & Done<N4, R4>, N5, R5>?,
  SagaStep<Start, Done<N1, R1> & Done<N2, R2> & Done<N3, R3> & Done<N4, R4> & Done<N5, R5>, N6, R6>?,
  SagaStep<Start, Done<N1, R1> & Done<N2, R2> & Done<N3, R3> & Done<N4, R4> & Done<N5, R5> & Done<N6, R6>, N7, R7>?,
  SagaStep<
    Start,
    Done<N1, R1> & Done<N2, R2> & Done<N3, R3> & Done<N4, R4> & Done<N5, R5> & Done<N6, R6> & Done<N7, R7>,
    N8,
    R8
  >?,
];
