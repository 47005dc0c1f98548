import { BusError } from '../bus-error.ts';
import type { PublishStage } from './publish-stage.ts';

/** Guarantees: its source emits the event no more often than the contract's `rate` allows. A token bucket. */
export const throttle: PublishStage = {
  name: 'throttle',
  run({ topic, source, contract: { type, rate }, again, adopted }) {
    if (!rate || adopted) return undefined;
    const { limit, per = 1_000, burst = limit } = rate;
    const now = performance.now();
    const full = burst * per;
    topic.buckets ??= new Map();
    const bucket = topic.buckets.get(source) ?? { credit: full, time: now };
    const credit = Math.min(full, bucket.credit + (now - bucket.time) * limit);
    if (credit < per) {
      // Making and throwing errors costs more than the rest of an emit, so a storm has one for all its letters.
      bucket.error ??= new BusError('rate-exceeded', { type, source, limit, per, burst });
      return again ? { reject: bucket.error } : { bury: bucket.error };
    }
    topic.buckets.set(source, { ...bucket, credit: credit - per, time: now });
    return undefined;
  },
};
