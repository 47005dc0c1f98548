import type { StoreAction } from './store.ts';

/** What was said with an action: its payload, or, of an action that has no such field, all other fields; `undefined` if there are none. */
export function payloadOf(action: StoreAction): unknown {
  if ('payload' in action) return action.payload;
  const { type: _, ...fields } = action;
  return Object.keys(fields).length > 0 ? fields : undefined;
}
