/** The word among `known` that somebody may have meant, if one is near enough. */
export function didYouMean(word: string, known: Iterable<string>): string | undefined {
  const far = Math.max(2, Math.ceil(word.length * 0.4));
  const near = [...known]
    .map((candidate) => ({ candidate, distance: distanceBetween(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ candidate, distance }) => distance < far || (word.length > 1 && candidate.startsWith(word)))
    .sort((one, other) => one.distance - other.distance);
  return near[0]?.candidate;
}

/** `Did you mean "check"?`, or nothing. */
export function suggestion(word: string, known: Iterable<string>): string {
  const meant = didYouMean(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

/** How many letters have to be put in, left out, changed or swapped with their neighbour to get from one word to the other. */
function distanceBetween(one: string, other: string): number {
  let [before, row]: number[][] = [[], Array.from({ length: other.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= one.length; i++) {
    const next = [i];
    for (let j = 1; j <= other.length; j++) {
      const cost = one[i - 1] === other[j - 1] ? 0 : 1;
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      next[j] = Math.min(
        row![j]! + 1,
        next[j - 1]! + 1,
        row![j - 1]! + cost,
        swapped ? before![j - 2]! + 1 : Number.POSITIVE_INFINITY,
      );
    }
    [before, row] = [row, next];
  }
  return row!.at(-1)!;
}
