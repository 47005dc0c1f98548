import type { HandlerContext, Policy } from '../bus.ts';
import type { BusEvent } from '../event.ts';
import type { Action, Answer, Plan } from './program.test.fixture.ts';

/** A handler that does what a plan says, and the policy that goes around it. */
export interface ScriptedHandler {
  handle(event: BusEvent, context: HandlerContext): unknown;
  readonly policy: Policy;
}

/** What the handler tells of its calls, and what it does with the bus. */
export interface Script {
  called(event: BusEvent, attempt: number): void;
  act(action: Action): void;
}

const nothing: Answer = { takes: 'no time' };
const failure = new Error('It fails.');

export function scriptHandler({ answers, policy }: Plan, { called, act }: Script): ScriptedHandler {
  let calls = 0;
  let isOpen = false;
  /** What the policy has looked up already. */
  let known: Answer | undefined;
  const next = (): Answer => answers[calls++] ?? nothing;
  return {
    handle(event, context) {
      const answer = known ?? next();
      known = undefined;
      called(event, context.attempt);
      if (answer.act) act(answer.act);
      return settled(answer, context, act);
    },
    policy: {
      get state() {
        return isOpen ? 'open' : 'closed';
      },
      async execute(run, signal) {
        known = next();
        if (known.takes === 'refused') {
          known = undefined;
          throw new Error('It is refused.');
        }
        try {
          return await run({ signal: signal! });
        } catch (error) {
          isOpen ||= policy === 'breaker' && error === failure;
          throw error;
        }
      },
    },
  };
}

function settled({ takes, fails, obeys, actLate }: Answer, context: HandlerContext, act: Script['act']): unknown {
  if (takes === 'a promise') return fails ? Promise.reject(failure) : Promise.resolve();
  if (typeof takes !== 'number' && takes !== 'for ever') {
    if (fails) throw failure;
    return undefined;
  }
  return new Promise<void>((resolve, reject) => {
    const done = (): void => {
      if (actLate) act(actLate);
      if (fails) reject(failure);
      else resolve();
    };
    const timer = takes === 'for ever' ? undefined : setTimeout(done, takes);
    if (!obeys) return;
    const { signal } = context;
    const giveIn = (): void => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    if (signal.aborted) giveIn();
    else signal.addEventListener('abort', giveIn);
  });
}
