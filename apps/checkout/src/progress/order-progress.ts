import type { SagaState, SagaStatus, SagaStepState, StepStatus } from '@busbar/patterns';
import type { CancelReason } from 'contracts';
import { cancelReason } from '../order-saga/cancel-reason.ts';
import { stepWords } from './step-words.ts';

/** How far an order has come, as its customer sees it. */
export interface OrderProgress {
  /** `stuck`: cancelled, but somebody has to finish that by hand. */
  readonly stage: 'placing' | 'placed' | 'cancelling' | 'cancelled' | 'stuck';
  readonly steps: readonly ProgressStep[];
  /** Why it is cancelled. */
  readonly reason?: CancelReason;
  /** What happens just now, in one sentence. */
  readonly now: string;
}

/** One step as its customer sees it. */
export interface ProgressStep {
  readonly name: string;
  /** `skipped`: it has not begun and never will. */
  readonly status: StepStatus | 'skipped';
  readonly text: string;
  /** Whether a try has failed and another one is under way. */
  readonly again: boolean;
}

const stages: Readonly<Record<SagaStatus, OrderProgress['stage']>> = {
  running: 'placing',
  completed: 'placed',
  undoing: 'cancelling',
  undone: 'cancelled',
  stuck: 'stuck',
};

/** What customers are shown of a saga; of one that has not begun, that all of it is still to come. */
export function orderProgress(saga: SagaState | undefined): OrderProgress {
  const stage = saga ? stages[saga.status] : 'placing';
  const steps = Object.keys(stepWords).map((name) => progressStep(name, stage, saga?.steps));
  return { stage, steps, now: nowOf(steps, stage), ...(saga?.failure && { reason: cancelReason(saga.failure) }) };
}

/** Whether nothing more happens to an order by itself. */
export function hasEnded({ stage }: OrderProgress): boolean {
  return stage !== 'placing' && stage !== 'cancelling';
}

function progressStep(name: string, stage: OrderProgress['stage'], states: readonly SagaStepState[] = []): ProgressStep {
  const state = states.find((step) => step.name === name);
  const known = state?.status ?? 'waiting';
  const status = known === 'waiting' && stage !== 'placing' ? 'skipped' : known;
  return { name, status, text: stepWords[name]![known], again: status === 'running' && Boolean(state?.failures) };
}

function nowOf(steps: readonly ProgressStep[], stage: OrderProgress['stage']): string {
  if (stage === 'cancelled' || stage === 'stuck') return 'Your order was not placed.';
  if (stage === 'placed') return 'Your order is placed.';
  const active = steps.find(({ status }) => status === 'running' || status === 'undoing');
  if (!active) return stage === 'placing' ? 'We have your order.' : 'Your order cannot be placed. We are taking everything back.';
  return active.again ? `${active.text} takes longer than usual. We are trying again.` : `${active.text}.`;
}
