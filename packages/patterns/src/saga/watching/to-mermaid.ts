import type { AnySaga } from '../definition/define-saga.ts';
import type { SagaState } from '../state/saga-state.ts';
import { type DiagramState, placeOf, sagaDiagram } from './saga-diagram.ts';

/**
 * Writes a saga as a `stateDiagram-v2` of Mermaid. With a state, the place where the instance is stands out, and so does
 * what lies behind it.
 *
 * @example
 * element.textContent = toMermaid(placeOrder, sagas.state('A-17'));
 */
export function toMermaid(saga: AnySaga, state?: SagaState): string {
  const { states, transitions } = sagaDiagram(saga);
  const names = new Map(states.map(({ id }, place) => [id, `s${place}`]));
  const name = (id: string | undefined): string => (id === undefined ? '[*]' : names.get(id)!);
  const lines = [
    ...states.map((one) => `state "${escaped(labelOf(one))}" as ${name(one.id)}`),
    ...transitions.map(({ from, to, label }) => `${name(from)} --> ${name(to)}: ${escaped(label)}`),
    ...states.filter(({ kind, id }) => kind === 'end' && id !== 'stuck').map(({ id }) => `${name(id)} --> [*]`),
    ...(state ? marks(states, state, name) : []),
  ];
  return ['stateDiagram-v2', ...lines.map((line) => `  ${line}`), ''].join('\n');
}

function marks(states: readonly DiagramState[], state: SagaState, name: (id: string) => string): string[] {
  const current = placeOf(state);
  const past = states.filter((one) => one.id !== current && isPast(one, state));
  return [
    'classDef current stroke-width:4px,font-weight:bold',
    'classDef past opacity:0.6',
    ...(states.some(({ id }) => id === current) ? [`class ${name(current)} current`] : []),
    ...past.map(({ id }) => `class ${name(id)} past`),
  ];
}

/** Whether the instance has been there. */
function isPast({ kind, step }: DiagramState, { steps }: SagaState): boolean {
  const known = steps.find((one) => one.name === step);
  return kind === 'undo' ? known?.status === 'undone' : (known?.attempts ?? 0) > 0;
}

function labelOf({ kind, step, id }: DiagramState): string {
  return kind === 'undo' ? `undo ${step}` : id;
}

/** Without what would end a label: Mermaid knows characters by their number. */
function escaped(text: string): string {
  return text.replace(/["#;:\n]/g, (character) => `#${character.charCodeAt(0)};`);
}
