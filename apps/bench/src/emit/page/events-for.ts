/** What a batch is to take, in milliseconds: the clock of the page goes in steps of 0.005, and a slice of Busbar is 5. */
const wanted = 2.5;

/**
 * How many events a batch has: whole bursts, at least one, which take as long as is wanted if each takes as long as in the
 * quickest batch so far. What a busy machine made of other batches must not make the next ones small.
 */
export function eventsFor(quickest: number, burst: number): number {
  return burst * Math.max(1, Math.round((wanted * 1e6) / quickest / burst));
}
