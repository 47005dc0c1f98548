import { adopt, type Bus, type BusEvent, isBusError } from '@busbar/core';
import { startWatch } from './stopwatch.ts';
import type { Trial } from './trial.ts';

/** Errors that leave no dead letter: no contract or no bus was there to say so, or the call itself was none. */
const withoutLetter = /^(invalid-(?!payload).*|unknown-contract|contract-conflict|disposed|reserved-name)$/;

/** Emits, and sees to it that what is refused is refused with a good error and a dead letter. */
export function emitWatched(trial: Trial, bus: Bus, target: unknown, payload: unknown, options?: unknown): void {
  publishWatched(trial, 'emit', () => bus.emit(target as string, payload, options as object));
}

/** Takes an event of another context, and sees to the same. */
export function adoptWatched(trial: Trial, event: unknown): void {
  publishWatched(trial, 'adopt', () => adopt(trial.root, event));
}

function publishWatched(trial: Trial, where: string, publish: () => BusEvent | undefined): void {
  const { complaints, letters, events, ledger, took, judge } = trial;
  const buried = letters.length;
  const time = startWatch();
  try {
    const event = publish();
    took.push(time());
    if (!event) return;
    events.push(event);
    ledger.returned.push(event.id);
  } catch (error) {
    took.push(time());
    judge(where, error);
    if (!trial.isForgiven && isBusError(error) && !withoutLetter.test(error.code) && letters.length === buried) {
      complaints.say(`${where} threw ${error.code} and left no dead letter`);
    }
  }
}

/** Dispatches a plain event, and sees to it that it does not vanish. */
export function dispatchWatched(trial: Trial, type: string, detail: unknown): void {
  const { hub, root, letters, complaints, call } = trial;
  const known = call('contracts', () => root.contracts()) ?? [];
  const isHeard = hub.window && known.some((contract) => contract.type === type && contract.dom === 'both');
  const told = (): number => letters.length + root.metrics().emitted;
  const before = told();
  hub.window?.dispatchEvent(new CustomEvent(type, { detail }));
  if (isHeard && told() === before && !trial.isForgiven)
    complaints.say(`A plain event ${type} was neither adopted nor a dead letter`);
}
