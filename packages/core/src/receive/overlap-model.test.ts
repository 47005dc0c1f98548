import * as fc from 'fast-check';
import {
  concatMap,
  defer,
  EMPTY,
  exhaustMap,
  finalize,
  from,
  mergeMap,
  type Observable,
  type OperatorFunction,
  Subject,
  switchMap,
} from 'rxjs';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { type Deferred, deferred } from '../deferred.test.fixture.ts';
import { createBus, defineEvent, type Overlap } from '../index.ts';
import { nextTask } from '../next-task.test.fixture.ts';
import { createPatientHub } from '../patient-hub.test.fixture.ts';

/** How the handler answers an event: without a promise, or with one that the test settles later. */
type Answer = 'at once' | 'later';
type Step = { readonly arrivals: readonly Answer[] } | { readonly settle: number; readonly fails: boolean };

const pinged = defineEvent('test:pinged', {
  version: 1,
  schema: z.object({ index: z.number(), answer: z.enum(['at once', 'later']) }),
});
type Begin = (arrival: [number, Answer]) => Observable<void>;
const flatten: Record<Overlap, (begin: Begin) => OperatorFunction<[number, Answer], void>> = {
  queue: (begin) => concatMap(begin),
  parallel: (begin) => mergeMap(begin),
  switch: (begin) => switchMap(begin),
  drop: (begin) => exhaustMap(begin),
};

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({ arrivals: fc.array(fc.constantFrom<Answer>('later', 'later', 'at once'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ settle: fc.nat(), fails: fc.boolean() }),
  ),
  { maxLength: 25 },
);

/** What happened, as text: `begin 3`, `abort 3`. */
interface System {
  readonly log: string[];
  arrive(index: number, answer: Answer): void;
  settle(work: number, fails: boolean): void;
  /** The events whose promises are pending, aborted ones included. */
  readonly pending: number[];
}

/** Keeps the works of a system: each is one promise. */
function createWorks(): { begin(index: number): Promise<void>; settle(index: number, fails: boolean): void; pending: number[] } {
  const works = new Map<number, Deferred>();
  return {
    begin(index) {
      works.set(index, deferred());
      return works.get(index)!.promise;
    },
    settle(index, fails) {
      const work = works.get(index)!;
      works.delete(index);
      if (fails) work.reject(new Error(`${index} failed`));
      else work.resolve();
    },
    get pending() {
      return [...works.keys()];
    },
  };
}

/** RxJS alone: an operator, and a promise for each event. */
function reference(overlap: Overlap): System {
  const log: string[] = [];
  const works = createWorks();
  const arrivals = new Subject<[number, Answer]>();
  const begin: Begin = ([index, answer]) =>
    defer(() => {
      log.push(`begin ${index}`);
      if (answer === 'at once') return EMPTY;
      let settled = false;
      const settle = (): void => {
        settled = true;
      };
      const work = works.begin(index).then(settle, settle);
      return from(work).pipe(finalize(() => settled || log.push(`abort ${index}`)));
    });
  arrivals.pipe(flatten[overlap](begin)).subscribe();
  return {
    log,
    arrive: (index, answer) => arrivals.next([index, answer]),
    settle: works.settle,
    get pending() {
      return works.pending;
    },
  };
}

function busbar(overlap: Overlap): System & { end(): void } {
  const log: string[] = [];
  const works = createWorks();
  const bus = createBus({ source: 'test', hub: createPatientHub(), onError: () => {} });
  bus.on(
    pinged,
    ({ data: { index, answer } }, { signal }) => {
      log.push(`begin ${index}`);
      if (answer === 'at once') return undefined;
      signal.addEventListener('abort', () => log.push(`abort ${index}`));
      return works.begin(index);
    },
    { overlap },
  );
  return {
    log,
    arrive: (index, answer) => void bus.emit(pinged, { index, answer }),
    settle: works.settle,
    get pending() {
      return works.pending;
    },
    end: bus.dispose,
  };
}

async function compare(overlap: Overlap, steps: readonly Step[]): Promise<void> {
  const [expected, actual] = [reference(overlap), busbar(overlap)];
  let index = 0;
  for (const step of steps) {
    for (const system of [expected, actual]) {
      if ('arrivals' in step) step.arrivals.forEach((answer, offset) => void system.arrive(index + offset, answer));
      else if (system.pending.length > 0) system.settle(system.pending[step.settle % system.pending.length]!, step.fails);
    }
    if ('arrivals' in step) index += step.arrivals.length;
    await nextTask();
    await vi.waitFor(() => expect(actual.log).toEqual(expected.log), { interval: 1, timeout: 2_000 });
  }
  await nextTask();
  expect(actual.log).toEqual(expected.log);
  actual.end();
}

describe('overlap does what the RxJS operator does, whatever comes and settles when', () => {
  it.each<{ overlap: Overlap; operator: string }>([
    { overlap: 'queue', operator: 'concatMap' },
    { overlap: 'parallel', operator: 'mergeMap' },
    { overlap: 'switch', operator: 'switchMap' },
    { overlap: 'drop', operator: 'exhaustMap' },
  ])('$overlap is $operator', async ({ overlap }) => {
    await fc.assert(
      fc.asyncProperty(steps, (taken) => compare(overlap, taken)),
      { numRuns: 60 },
    );
  });
});
