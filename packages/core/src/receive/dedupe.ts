import { Memory } from '../hub/memory.ts';
import { declined, type ReceiveStage } from './receive-stage.ts';

/**
 * Guarantees: events with an idempotency key of their own are handled once. An event without one is its own key and
 * comes once anyway, so nothing is remembered for it.
 */
export const dedupe: ReceiveStage = {
  name: 'dedupe',
  run({ event: { idempotencykey } }, listener) {
    const { dedupe: memory = true } = listener.options;
    if (idempotencykey === undefined || !memory) return undefined;
    listener.seen ??= new Memory();
    if (listener.seen.has(idempotencykey)) return declined;
    listener.seen.add(idempotencykey, memory === true ? 1_000 : memory);
    return undefined;
  },
};
