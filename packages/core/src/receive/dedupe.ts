import { declined, type ReceiveStage } from './receive-stage.ts';

/**
 * Guarantees: events with an idempotency key of their own are handled once. An event without one is its own key and
 * comes once anyway, so nothing is remembered for it.
 */
export const dedupe: ReceiveStage = {
  name: 'dedupe',
  run({ event: { idempotencykey } }, { options: { dedupe: memory = true }, seen }) {
    if (idempotencykey === undefined || !memory) return undefined;
    if (seen.has(idempotencykey)) return declined;
    seen.add(idempotencykey, memory === true ? 1_000 : memory);
    return undefined;
  },
};
