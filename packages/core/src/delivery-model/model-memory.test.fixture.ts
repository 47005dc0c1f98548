import type { ModelEvent, Subscription } from './world.test.fixture.ts';

/** Whether an event of the same key was handled, or is about to be. */
export function isRemembered({ plan: { dedupe = true }, remembered }: Subscription, { idempotencykey }: ModelEvent): boolean {
  return Boolean(dedupe) && idempotencykey !== undefined && remembered.includes(idempotencykey);
}

/** Keys are remembered up to a number, the oldest is forgotten first. */
export function remember({ plan: { dedupe = true }, remembered }: Subscription, { idempotencykey }: ModelEvent): void {
  if (!dedupe || idempotencykey === undefined) return;
  remembered.push(idempotencykey);
  if (remembered.length > (dedupe === true ? 1_000 : dedupe)) remembered.shift();
}

/** An event that was not handled leaves its key to the next one. */
export function forget({ remembered }: Subscription, { idempotencykey }: ModelEvent): void {
  const index = remembered.indexOf(idempotencykey ?? '');
  if (index >= 0) remembered.splice(index, 1);
}
