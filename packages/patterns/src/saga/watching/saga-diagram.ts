import type { AnySaga } from '../definition/define-saga.ts';
import { nextUndo } from '../state/next-undo.ts';
import type { SagaState } from '../state/saga-state.ts';

/** A place that an instance can be at. */
export interface DiagramState {
  /** `<step>`, `<step>:undo`, `completed`, `undone` or `stuck`. */
  readonly id: string;
  readonly kind: 'do' | 'undo' | 'end';
  /** The step, where it is about one. */
  readonly step?: string;
}

/** A way from one place to another. */
export interface DiagramTransition {
  /** Absent for the beginning. */
  readonly from?: string;
  readonly to: string;
  /** What happens on the way. */
  readonly label: string;
}

/** A saga as places and the ways between them. */
export interface SagaDiagram {
  readonly states: readonly DiagramState[];
  readonly transitions: readonly DiagramTransition[];
}

/**
 * Draws a saga as data: the steps one after the other, and where a failure of each leads.
 *
 * @example
 * const { states, transitions } = sagaDiagram(placeOrder);
 */
export function sagaDiagram({ steps, startedBy }: AnySaga): SagaDiagram {
  const undos = steps.filter(({ undo }) => undo !== undefined);
  const begins = [startedBy].flat().map(({ type }) => type);
  const states: DiagramState[] = [
    ...steps.map(({ name }): DiagramState => ({ id: name, kind: 'do', step: name })),
    ...undos.map(({ name }): DiagramState => ({ id: undoOf(name), kind: 'undo', step: name })),
    { id: 'completed', kind: 'end' },
    { id: 'undone', kind: 'end' },
    ...(undos.length > 0 ? [{ id: 'stuck', kind: 'end' } as const] : []),
  ];
  const forward = steps.flatMap((step, place): DiagramTransition[] => {
    const from = step.name;
    const before = steps.slice(0, place);
    return [
      { from, to: steps[place + 1]?.name ?? 'completed', label: 'done' },
      { from, to: undoBefore(before), label: 'failed' },
      ...(step.undo ? [{ from, to: undoOf(from), label: 'outcome unknown' }] : []),
    ];
  });
  const back = undos.flatMap(({ name }, place): DiagramTransition[] => [
    { from: undoOf(name), to: undoBefore(undos.slice(0, place)), label: 'undone' },
    { from: undoOf(name), to: 'stuck', label: 'undo failed' },
  ]);
  return { states, transitions: [{ to: steps[0]!.name, label: begins.join(' or ') }, ...forward, ...back] };
}

/** Where an instance is in the diagram, from its state. */
export function placeOf({ status, steps }: SagaState): string {
  if (status === 'running') return steps.find((step) => step.status !== 'done')?.name ?? 'completed';
  if (status !== 'undoing') return status;
  const undoing = nextUndo(steps);
  return undoing ? undoOf(undoing.name) : 'undone';
}

function undoBefore(steps: readonly { readonly name: string; readonly undo?: unknown }[]): string {
  const last = steps.findLast(({ undo }) => undo !== undefined);
  return last ? undoOf(last.name) : 'undone';
}

function undoOf(step: string): string {
  return `${step}:undo`;
}
