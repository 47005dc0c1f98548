import { describe, expect, it } from 'vitest';
import { defineSaga } from '../definition/define-saga.ts';
import { submitted } from '../runner/orders.test.fixture.ts';
import { decide } from '../state/decide.ts';
import { foldSaga } from '../state/fold-saga.ts';
import type { SagaEvent } from '../state/saga-events.ts';
import { placeOf, sagaDiagram } from './saga-diagram.ts';
import { toMermaid } from './to-mermaid.ts';

const act = (): void => {};
const saga = defineSaga('placeOrder', {
  startedBy: submitted,
  correlate: ({ data }) => data.number,
  steps: [
    { name: 'reserve', do: act, undo: act },
    { name: 'log', do: act },
    { name: 'pay', do: act, undo: act },
  ],
});

/** The state after events in a few words, such as `stepDone pay`. */
function stateAfter(...words: readonly string[]) {
  const steps = saga.steps.map(({ name, undo }) => ({ name, undoable: undo !== undefined }));
  const said = ['started', ...words].map((text) => {
    const [type, step] = text.split(' ');
    return {
      type: `saga:${type}`,
      time: 1,
      data: { saga: 'placeOrder', version: 1, id: 'A-17', start: {}, steps, step, attempt: 1 },
    };
  });
  return foldSaga(said as unknown as SagaEvent[])!;
}

const failedPay = [
  'stepStarted reserve',
  'stepDone reserve',
  'stepStarted log',
  'stepDone log',
  'stepStarted pay',
  'stepFailed pay',
];

describe('sagaDiagram', () => {
  it('leads from the start over all steps to the end, and from failures back', () => {
    const { states, transitions } = sagaDiagram(saga);
    expect(states.map(({ id }) => id)).toEqual([
      'reserve',
      'log',
      'pay',
      'reserve:undo',
      'pay:undo',
      'completed',
      'undone',
      'stuck',
    ]);
    expect(transitions.map(({ from = '*', to, label }) => `${from} > ${to}: ${label}`)).toEqual([
      '* > reserve: checkout:orderSubmitted',
      'reserve > log: done',
      'reserve > undone: failed',
      'reserve > reserve:undo: outcome unknown',
      'log > pay: done',
      'log > reserve:undo: failed',
      'pay > completed: done',
      'pay > reserve:undo: failed',
      'pay > pay:undo: outcome unknown',
      'reserve:undo > undone: undone',
      'reserve:undo > stuck: undo failed',
      'pay:undo > reserve:undo: undone',
      'pay:undo > stuck: undo failed',
    ]);
  });

  it('knows no way to be stuck where nothing can be undone', () => {
    const bare = defineSaga('notify', { ...saga, steps: [{ name: 'send', do: act }] });
    expect(sagaDiagram(bare).states.map(({ id }) => id)).toEqual(['send', 'completed', 'undone']);
  });

  it.each([
    [[], 'reserve'],
    [['stepStarted reserve', 'stepDone reserve'], 'log'],
    [failedPay, 'reserve:undo'],
    [[...failedPay, 'undoStarted reserve', 'stepUndone reserve', 'undone'], 'undone'],
    [[...failedPay, 'undoStarted reserve', 'undoFailed reserve'], 'stuck'],
  ])('has a place for what comes after %j: %s', (words, place) => {
    const state = stateAfter(...words);
    expect(placeOf(state)).toBe(place);
    expect(sagaDiagram(saga).states.map(({ id }) => id)).toContain(place);
    const decision = decide(state);
    if (decision.kind === 'do') expect(place).toBe(decision.step);
    if (decision.kind === 'undo') expect(place).toBe(`${decision.step}:undo`);
  });
});

describe('toMermaid', () => {
  it('marks where an instance is and what lies behind it', () => {
    const lines = toMermaid(saga, stateAfter(...failedPay))
      .split('\n')
      .map((line) => line.trim());
    expect(lines[0]).toBe('stateDiagram-v2');
    expect(lines).toContain('state "undo reserve" as s3');
    expect(lines.filter((line) => line.startsWith('class '))).toEqual([
      'class s3 current',
      'class s0 past',
      'class s1 past',
      'class s2 past',
    ]);
  });

  it('marks nothing without a state, and escapes what would end a label', () => {
    const odd = defineSaga('odd', { ...saga, steps: [{ name: 'take "all"; now', do: act }] });
    expect(toMermaid(odd)).toBe(
      [
        'stateDiagram-v2',
        '  state "take #34;all#34;#59; now" as s0',
        '  state "completed" as s1',
        '  state "undone" as s2',
        '  [*] --> s0: checkout#58;orderSubmitted',
        '  s0 --> s1: done',
        '  s0 --> s2: failed',
        '  s1 --> [*]',
        '  s2 --> [*]',
        '',
      ].join('\n'),
    );
  });
});
