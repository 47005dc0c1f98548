/**
 * The contestants in the order of each round: every round has all of them, and begins with another one than the round
 * before, so that what a machine does beside the measurement meets all of them alike.
 */
export function* interleave<Contestant>(
  contestants: readonly Contestant[],
  rounds: number,
): Generator<{ readonly round: number; readonly contestant: Contestant }> {
  for (let round = 0; round < rounds; round++) {
    for (let step = 0; step < contestants.length; step++) {
      yield { round, contestant: contestants[(round + step) % contestants.length]! };
    }
  }
}
