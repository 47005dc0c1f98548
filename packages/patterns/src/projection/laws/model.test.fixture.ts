import type { Entered, Ledger } from './ledger.test.fixture.ts';

/** What a projection has to come to, said as plainly as can be: a list of what was folded. */
export class Model {
  readonly folded: readonly Entered[];
  /** The event that came last, redriven ones aside. */
  readonly last: Entered | undefined;
  /** The newest event of this page that has come. */
  readonly sequence: number;

  constructor(folded: readonly Entered[] = [], last?: Entered, sequence = 0) {
    this.folded = folded;
    this.last = last;
    this.sequence = sequence;
  }

  holds(event: Entered): boolean {
    return this.folded.some((one) => keyOf(one) === keyOf(event));
  }

  /** An event was folded. */
  with(event: Entered): Model {
    return new Model([...this.folded, event], this.last, this.sequence);
  }

  /** An event came in its order. */
  after(last: Entered): Model {
    return new Model(this.folded, last, this.sequence);
  }

  /** An event of this page came. */
  upTo(sequence: number): Model {
    return new Model(this.folded, this.last, Math.max(sequence, this.sequence));
  }

  get state(): Ledger {
    const state: Record<string, string[]> = {};
    for (const { type, data } of this.folded) {
      state[data.account] ??= [];
      state[data.account]!.push(`${type} ${data.text}`);
    }
    return state;
  }
}

function keyOf({ idempotencykey, id }: Entered): string {
  return idempotencykey ?? id;
}
