import { BusError } from '@busbar/core';
import { inDevelopment } from '../../development.ts';
import type { AnySaga } from '../definition/define-saga.ts';
import type { SagaState } from '../state/saga-state.ts';

/** Why a saga cannot go on with an instance of another version; undefined where it can. */
export function versionProblem(saga: AnySaga, { id, version, status, steps }: SagaState): BusError | undefined {
  const hasEnded = status === 'completed' || status === 'undone';
  const isKnown = version === saga.version && steps.every(({ name }) => saga.steps.some((step) => step.name === name));
  if (hasEnded || isKnown) return undefined;
  const expected = saga.version;
  const message = inDevelopment
    ? `"${id}" of the saga "${saga.name}" was left behind by version ${version}, and this page has version ${expected}. It rests. Say in \`migrate\` how its state becomes one of version ${expected}, or run the version that it needs.`
    : '';
  return new BusError('saga-version', { message, saga: saga.name, id, version, expected });
}
