import type { Entered } from './ledger.test.fixture.ts';

/** A history that gives what it is told to, and says what it has given. */
export class ToldHistory implements AsyncIterable<Entered> {
  #allowed = 0;
  #end: 'no' | 'ended' | 'failed' = 'no';
  #wake = (): void => {};
  readonly #give: (index: number) => Entered | undefined;

  constructor(give: (index: number) => Entered | undefined) {
    this.#give = give;
  }

  read(count: number): void {
    this.#allowed += count;
    this.#wake();
  }

  end(): void {
    this.#end = 'ended';
    this.#wake();
  }

  fail(): void {
    this.#end = 'failed';
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Entered> {
    for (let index = 0; ; ) {
      if (this.#end === 'failed') throw new Error('The store is gone.');
      const event = index < this.#allowed ? this.#give(index) : undefined;
      if (event) {
        index++;
        yield event;
      } else if (this.#end === 'ended') return;
      else
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
    }
  }
}
