/** What is known of one kind of duration, in milliseconds: zeros before anything was measured. */
export interface Durations {
  readonly last: number;
  readonly mean: number;
  readonly max: number;
  /** Half of what was measured took no longer. Percentiles are right within 10 % or a microsecond. */
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
}

/** Each bucket ends so much further than the one before, so its middle is within 9.1 % of all that it counts. */
const growth = 1.2;
const logOfGrowth = Math.log(growth);
/** Where the first one ends, in milliseconds. The last one ends after three hours. */
const least = 0.001;
const size = 128;

/**
 * Counts durations in buckets that grow by a factor, so that percentiles have a bounded relative error however many were
 * counted, in 512 bytes.
 *
 * The buckets are those of DDSketch (Masson, Rim and Lee, VLDB 2019), with a fixed number of them.
 *
 * @see https://www.vldb.org/pvldb/vol12/p2195-masson.pdf
 */
export class Histogram {
  #counts: Uint32Array | undefined;
  #count = 0;
  #last = 0;
  #mean = 0;
  #max = 0;

  add(duration: number): void {
    this.#counts ??= new Uint32Array(size);
    const index = Math.ceil(Math.log(duration / least) / logOfGrowth);
    this.#counts[Math.min(Math.max(index, 0), size - 1)]!++;
    this.#mean += (duration - this.#mean) / ++this.#count;
    this.#max = Math.max(this.#max, duration);
    this.#last = duration;
  }

  durations(): Durations {
    return {
      last: this.#last,
      mean: this.#mean,
      max: this.#max,
      p50: this.#percentile(0.5),
      p95: this.#percentile(0.95),
      p99: this.#percentile(0.99),
    };
  }

  /** The middle of the bucket that counts the duration which so large a share is not longer than. */
  #percentile(share: number): number {
    let left = Math.ceil(share * this.#count);
    const index = this.#counts?.findIndex((count) => {
      left -= count;
      return left <= 0;
    });
    return index ? Math.min((2 * least * growth ** index) / (growth + 1), this.#max) : 0;
  }
}
