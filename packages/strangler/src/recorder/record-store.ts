import { payloadOf } from '../payload-of.ts';
import type { Store } from '../store.ts';
import { type IsPersonal, looksPersonal } from './is-personal.ts';
import type { Proposal } from './proposal.ts';
import { proposeName } from './propose-name.ts';
import { createRecordedAction, type RecordedAction } from './recorded-action.ts';
import { toJsonSchema } from './to-json-schema.ts';
import { toTypeScript } from './to-typescript.ts';
import { toZod } from './to-zod.ts';
import { understand } from './understand.ts';
import { withoutPersonal } from './without-personal.ts';

export interface RecordOptions {
  /** The domain of events for actions that name none, such as `CLEAR`. Default `app`. */
  readonly domain?: string;
  /** Examples for each event. Default 3. */
  readonly examples?: number;
  /**
   * Says by its place in the payload, such as `customer.email` or `lines.*.note`, whether something is about a person: it is left
   * out of examples and tagged `pii`. Default: a guess by the names of fields. What looks like an e-mail address always is.
   */
  readonly isPersonal?: IsPersonal;
  /** Declines actions that it answers `false` for. Default: declines what stores say to themselves (`@@redux/…`, `@ngrx/…`). */
  where?(action: string): boolean;
  /** Ends it when it aborts. */
  readonly signal?: AbortSignal;
}

/** What a store is told to do, as it goes on. */
export interface Recording {
  /** An event for each type of action that was seen so far, in the order in which they came. */
  proposals(): readonly Proposal[];
  /** The proposals as a TypeScript file: contracts with Zod schemas, and the map for `emitBeside`. */
  toTypeScript(): string;
  /** Hears no more actions; what was seen stays. */
  stop(): void;
}

/** A store that makes up ever new types is not followed for ever. */
const mostActions = 1_000;

/**
 * Listens to what a store is told to do, and proposes the events for it: names, schemas that take every payload that was seen, and
 * examples. For development, or a share of your users: each payload is gone through.
 *
 * @example
 * const recording = recordStore(reduxStore(store));
 * // Use the application, then:
 * console.log(recording.toTypeScript());
 */
export function recordStore<State>(store: Store<State>, options: RecordOptions = {}): Recording {
  const { domain = 'app', examples = 3, isPersonal = looksPersonal, signal } = options;
  const where = options.where?.bind(options) ?? isOfApplication;
  const actions = new Map<string, RecordedAction>();

  const end = store.actions((action) => {
    const { type } = action;
    if (!actions.has(type) && (actions.size >= mostActions || !where(type))) return;
    const recorded = actions.get(type) ?? createRecordedAction(examples);
    actions.set(type, recorded);
    recorded.add(payloadOf(action));
  });

  function proposals(): Proposal[] {
    const names = new Set<string>();
    return [...actions].map(([action, recorded]) => {
      const meaning = understand(recorded.shape, '', isPersonal);
      const { count, samples, refused } = recorded;
      const type = unique(proposeName(action, domain), names);
      const shown = samples.map((sample) => withoutPersonal(sample, meaning));
      return { action, type, count, schema: toJsonSchema(meaning), zod: toZod(meaning, ''), examples: shown, refused };
    });
  }

  function stop(): void {
    end();
    signal?.removeEventListener('abort', stop);
  }

  signal?.addEventListener('abort', stop);
  if (signal?.aborted) stop();
  return { proposals, toTypeScript: () => toTypeScript(proposals()), stop };
}

function isOfApplication(action: string): boolean {
  return !/^(@@|@ngrx\/)/.test(action);
}

/** Two actions may lead to one name: the second is `itemAdded2`. */
function unique(type: string, names: Set<string>): string {
  let name = type;
  for (let number = 2; names.has(name); number++) name = `${type}${number}`;
  names.add(name);
  return name;
}
