import type { BusEvent } from '@busbar/core';
import type { Callback } from './callbacks.ts';
import { Account } from './ledger.ts';
import { bagWith, fixed, type OptionBag } from './option-bag.ts';
import type { Trial } from './trial.ts';

/**
 * Subscribes twice: with hostile options and handler, and as a shadow that is offered the same events and takes all of
 * them. What the shadow was offered is what the other has to account for.
 */
export function subscribeWithShadow(
  trial: Trial,
  how: 'on' | 'events$',
  target: unknown,
  handler: unknown,
  bag: OptionBag,
): void {
  const { root, hub, call, ledger, stops } = trial;
  const source = `team-${ledger.accounts.size}`;
  const account = new Account();
  ledger.accounts.set(source, account).set(`${source}-shadow`, new Account());
  // RxJS and policies answer for the handler.
  if (how === 'on' && bag.fields.every(({ key }) => key !== 'policy')) account.handled = 0;
  const options = bag.make(trial) as object;
  const fields = bag.fields.filter(({ key }) => key === 'replay');
  const plainly = bagWith([...fields, fixed('dedupe', 'false', () => false)]).make(trial) as object;
  const { sequence } = hub;
  const shadow = call(how, () => root.scope({ source: `${source}-shadow` }).on(target as string, () => {}, plainly));
  const scope = root.scope({ source });
  const react = watched(trial, account, handler) as Callback;
  const stop = call(how, () => {
    if (how === 'on') return scope.on(target as string, react, options);
    const events = scope.events$(target as string, options).subscribe(quietly(react));
    return () => events.unsubscribe();
  });
  if (!stop) return shadow?.();
  stops.push(stop);
  if (shadow && sequence === hub.sequence) account.shadow = `${source}-shadow`;
}

function watched(trial: Trial, account: Account, handler: unknown): unknown {
  if (typeof handler !== 'function') return handler;
  return (...given: unknown[]): unknown => {
    if (trial.isOver) trial.complaints.say('A handler was called after its bus had been disposed');
    trial.note(given[0] as BusEvent);
    const answer = handler(...given);
    account.handled++;
    return answer;
  };
}

/** RxJS looks at nothing that an observer answers, so nobody would hear of a promise that rejects. */
function quietly(react: unknown): Callback {
  return (...given) => {
    const answer = typeof react === 'function' && react(...given);
    if (answer instanceof Promise) answer.catch(() => {});
  };
}
