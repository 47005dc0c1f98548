/** Emits are counted by how long they took, in classes of which each is one per cent wider than the one before. */
const width = Math.log(1.01);

/** What was counted, as data that one thread can hand to another. */
export type Counted = Pick<Tally, 'counts' | 'classes' | 'longest'>;

/** Counts what comes of many trials. */
export class Tally {
  readonly counts: Record<string, number> = {};
  readonly classes: Record<string, number> = {};
  /** Milliseconds that the longest emit took. */
  longest = 0;

  add(what: string, many = 1): void {
    this.counts[what] = (this.counts[what] ?? 0) + many;
  }

  /** Counts an emit that took so many milliseconds. */
  time(took: number): void {
    const name = Math.ceil(Math.log(Math.max(took, 0.001)) / width);
    this.classes[name] = (this.classes[name] ?? 0) + 1;
    this.longest = Math.max(this.longest, took);
  }

  /** Adds what another thread counted. */
  merge({ counts, classes, longest }: Counted): void {
    for (const [what, many] of Object.entries(counts)) this.add(what, many);
    for (const [name, many] of Object.entries(classes)) this.classes[name] = (this.classes[name] ?? 0) + many;
    this.longest = Math.max(this.longest, longest);
  }

  /** Milliseconds that this share of the emits took at most. */
  percentile(share: number): number {
    const classes = Object.entries(this.classes).sort(([one], [other]) => Number(one) - Number(other));
    let left = share * classes.reduce((sum, [, many]) => sum + many, 0);
    const last = classes.find(([, many]) => {
      left -= many;
      return left <= 0;
    });
    return Math.exp(Number(last?.[0] ?? 0) * width);
  }
}
