import { type BusError, type BusEvent, report } from '@busbar/core';
import type { AnySaga } from '../definition/define-saga.ts';
import type { PlannedStep, SagaEvent } from '../state/saga-events.ts';
import { askCaller } from './ask-caller.ts';
import { readEvents } from './ask-store.ts';
import { goOn } from './go-on.ts';
import { holdInstance } from './hold-instance.ts';
import { stateOf } from './saga-journal.ts';
import type { SagaWork } from './saga-work.ts';
import { showEvent } from './show-event.ts';
import { versionProblem } from './version-problem.ts';

/** The instances of a saga that a page works on. */
export interface RunningInstances {
  /** Begins an instance, or goes on with it; resolves once the store has its start. One that is being worked on is left alone. */
  run(id: string, start?: BusEvent): Promise<void>;
  /** Reads the store and goes on with all that have not ended; shows the page what has, as far as so many events go. */
  resume(remember: number): Promise<void>;
}

/** Makes the part of a runner that works on instances. */
export function runInstances(work: SagaWork): RunningInstances {
  const { bus, instances, signal } = work;
  /** The beginnings of those that are being worked on. */
  const running = new Map<string, Promise<void>>();

  function run(id: string, start?: BusEvent): Promise<void> {
    const known = running.get(id);
    if (known) return known;
    const begun = new Promise<void>((resolve, reject) => {
      let hasBegun = false;
      const note = (): void => {
        hasBegun = true;
        resolve();
      };
      workOn(work, id, start, note)
        .catch((error) => (hasBegun ? rest(error) : reject(error)))
        .finally(() => running.delete(id));
    });
    running.set(id, begun);
    return begun;
  }

  /** The instance stays where it is. The end of the runner is no news. */
  function rest(error: unknown): void {
    if (!signal.aborted) report(bus, error as BusError);
  }

  async function resume(remember: number): Promise<void> {
    const logs = byInstance(await readEvents(work));
    const states = [...logs.values()].flatMap((events) => askCaller(bus, () => stateOf(work, events), undefined) ?? []);
    // Meanwhile some may have gone on.
    instances.set(states.filter(({ id, events }) => events >= (instances.get().get(id)?.events ?? 0)));
    const open = states.filter(({ status }) => status !== 'completed' && status !== 'undone');
    for (const event of toShow(logs, new Set(open.map(({ id }) => id)), remember)) showEvent(work, event);
    for (const { id, status } of open) if (status !== 'stuck') run(id).catch(rest);
  }

  return { run, resume };
}

async function workOn(work: SagaWork, id: string, start: BusEvent | undefined, begun: () => void): Promise<void> {
  await holdInstance(
    work,
    id,
    async (journal) => {
      if (!journal.state && start) await journal.write('started', { start: asStart(start), steps: plannedSteps(work.saga) });
      begun();
      if (!journal.state) return;
      const problem = versionProblem(work.saga, journal.state);
      if (problem) throw problem;
      await goOn(work, journal);
    },
    start,
  );
}

function plannedSteps({ steps }: AnySaga): readonly PlannedStep[] {
  return steps.map(({ name, undo }) => ({ name, undoable: undo !== undefined }));
}

/** The starting event as it was emitted, not as it was given to somebody. */
function asStart({ replayed, redriveof, ...start }: BusEvent): BusEvent {
  return start;
}

function byInstance(events: readonly SagaEvent[]): Map<string, SagaEvent[]> {
  const logs = new Map<string, SagaEvent[]>();
  for (const event of events) {
    const log = logs.get(event.data.id);
    if (log) log.push(event);
    else logs.set(event.data.id, [event]);
  }
  return logs;
}

/** The events of all instances that go on, and of the newest of the others, as long as those are no more than `remember`. */
function toShow(logs: ReadonlyMap<string, SagaEvent[]>, open: ReadonlySet<string>, remember: number): SagaEvent[] {
  let room = remember;
  const newestFirst = [...logs].sort(([, one], [, other]) => other.at(-1)!.time - one.at(-1)!.time);
  const shown = newestFirst.filter(([id, log]) => {
    if (open.has(id)) return true;
    room -= log.length;
    return room >= 0;
  });
  return shown.flatMap(([, log]) => log).sort((one, other) => one.time - other.time);
}
