import { BusError } from '@busbar/core';
import { inDevelopment } from '../development.ts';
import { isThenable } from '../is-thenable.ts';
import type { Projection } from './define-projection.ts';
import type { Snapshot } from './projected.ts';
import type {} from './projection-errors.ts';

/**
 * A snapshot as the projection understands it, migrated from its version where it is older.
 *
 * @throws BusError `snapshot-refused`: of another projection, of a newer version, a migration is missing or fails.
 */
export function restoreSnapshot<State>(projection: Projection<State>, given: Snapshot, source: string): Snapshot<State> {
  const { name, version, migrate } = projection;
  const refuse = (problem: string, cause?: unknown): never => {
    const message = inDevelopment
      ? `"${source}" cannot begin the projection "${name}" v${version} with the given snapshot: ${problem}. Give a history as well, or no snapshot.`
      : '';
    const { name: of, version: from } = Object(given);
    throw new BusError(
      'snapshot-refused',
      { projection: name, version, given: { name: of, version: from }, problem, source, message },
      cause,
    );
  };
  if (!isSnapshot(given)) return refuse('it is none');
  if (given.name !== name) return refuse(`it is of "${given.name}"`);
  if (given.version > version) return refuse(`version ${given.version} is newer`);
  let { state } = given;
  for (let from = given.version; from < version; from++) {
    const step = migrate[from] ?? refuse(`migrate[${from}] is missing`);
    try {
      state = step(state);
      if (isThenable(state)) throw new TypeError('It answered late.');
    } catch (error) {
      refuse(`migrate[${from}] failed`, error);
    }
  }
  return { ...given, version, state: state as State };
}

function isSnapshot(given: Partial<Snapshot> | null): boolean {
  return typeof given?.name === 'string' && Number.isInteger(given.version) && 'state' in given && Array.isArray(given.keys);
}
