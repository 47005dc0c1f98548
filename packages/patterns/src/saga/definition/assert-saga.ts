import { BusError } from '@busbar/core';
import { inDevelopment } from '../../development.ts';
import type { AnySaga } from './define-saga.ts';
import type { SagaStep } from './saga-step.ts';

/** @throws BusError `invalid-saga` for what could not be run. */
export function assertSaga(saga: AnySaga): void {
  const { name, version, steps, startedBy, correlate, migrate = {} } = saga;
  const problem = [
    (typeof name !== 'string' || !name.trim()) && 'it has no name',
    (!Number.isSafeInteger(version) || version < 1) && 'its version is no whole number from 1 on',
    [startedBy].flat().some((contract) => typeof contract?.type !== 'string') && 'its startedBy is no contract',
    typeof correlate !== 'function' && 'its correlate is no function',
    steps.length === 0 && 'it has no steps',
    new Set(steps.map((step) => step.name)).size < steps.length && 'two of its steps have the same name',
    ...steps.map(problemOf),
    !Object.values(migrate).every((one) => typeof one === 'function') && 'its migrate needs functions by version',
  ].find((found) => found !== false);
  if (problem) throw invalid(name, problem);
}

function problemOf({ name, do: act, undo, timeout = 0 }: SagaStep): string | false {
  if (typeof name !== 'string' || !name.trim()) return 'a step has no name';
  if (typeof act !== 'function') return `its step "${name}" has no function \`do\``;
  if (undo !== undefined && typeof undo !== 'function') return `the undo of its step "${name}" is no function`;
  return !(timeout >= 0) && `the timeout of its step "${name}" is no number of milliseconds`;
}

/** The id that `correlate` has given. @throws BusError `invalid-saga` where it names nothing. */
export function assertInstanceId(id: unknown, { name }: AnySaga): string {
  if (typeof id !== 'string' || id === '')
    throw invalid(name, inDevelopment ? `its correlate answered ${JSON.stringify(id)}, which is no text` : 'correlate');
  return id;
}

function invalid(saga: unknown, problem: string): BusError {
  return new BusError('invalid-saga', {
    message: inDevelopment ? `The saga "${saga}" cannot be run: ${problem}.` : '',
    saga,
    problem,
  });
}
