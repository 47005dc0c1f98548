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

const outcomes: Readonly<Partial<Record<OrderProgress['stage'], string>>> = {
  placed: 'Your order is placed.',
  cancelled: 'You pay nothing, and your cart is as it was.',
  stuck: 'We could not take everything back by ourselves. Somebody is looking after it; there is nothing you need to do.',
};

function nowOf(steps: readonly ProgressStep[], stage: OrderProgress['stage']): string {
  const outcome = outcomes[stage];
  if (outcome) return outcome;
  const active = steps.find(({ status }) => status === 'running' || status === 'undoing');
  if (active?.again) return `${active.text} takes longer than usual. We are trying again.`;
  return `${active?.text ?? (stage === 'placing' ? betweenSteps(steps) : betweenUndos(steps))}.`;
}

/** One step is done and the next one about to begin: what that one is about. */
function betweenSteps(steps: readonly ProgressStep[]): string {
  const next = steps.find(({ status }) => status !== 'done');
  if (!next) return 'Your order is placed';
  return next === steps[0] ? 'We have your order' : stepWords[next.name]!.running;
}

function betweenUndos(steps: readonly ProgressStep[]): string {
  const next = steps.findLast(({ status }) => status === 'done');
  if (next) return stepWords[next.name]!.undoing;
  return steps.find(({ status }) => status === 'undone')?.text ?? 'We are taking everything back';
}
