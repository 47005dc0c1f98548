import type { AnySaga } from './define-saga.ts';
import type { SagaStep } from './saga-step.ts';

/** A step of a saga that is known to have it. */
export function stepNamed({ steps }: AnySaga, name: string): SagaStep {
  return steps.find((step) => step.name === name)!;
}
