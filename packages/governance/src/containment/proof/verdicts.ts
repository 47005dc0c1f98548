/**
 * What is known of a question: a no, a yes that assumes nothing, or a yes that assumes a yes to the open question at this place (and perhaps to
 * some below it). Place 0 stands for questions that were put off.
 */
const no = -1;
const settled = Number.POSITIVE_INFINITY;
const putOffPlace = 0;

/** So many questions are open at once. What would be asked further down is put off, so that long chains fit every stack. */
const deepest = 80;

/**
 * Verdicts on questions that may lead back to themselves. A yes that was given under the assumption of another is taken back where that
 * other turns out to be a no; a no holds in any case, because assumptions only ever help.
 */
export class Verdicts {
  private readonly verdicts = new Map<string, number>();
  private readonly open = new Map<string, number>();
  private readonly putOff = new Map<string, () => boolean>();
  /** Questions whose yes assumes something, in the order in which they were answered. */
  private unsettled: string[] = [];
  private assumes = settled;

  /** The verdict on a question. A question that is open further up counts as answered by yes, for as long as it is open. */
  decide(question: string, answer: () => boolean): boolean {
    const known = this.verdicts.get(question) ?? this.open.get(question);
    if (known === no) return false;
    if (known === undefined && this.open.size === 0) return this.settle(question, answer);
    if (known === undefined && this.open.size < deepest) return this.ask(question, answer);
    if (known === undefined) this.putOff.set(question, answer);
    this.assumes = Math.min(this.assumes, known ?? putOffPlace);
    return true;
  }

  /** Asks, then asks what was put off, and all over again where that was not what had been assumed. */
  private settle(question: string, answer: () => boolean): boolean {
    for (;;) {
      const isProven = this.ask(question, answer);
      const isSettled = !isProven || this.arePutOffProven();
      for (const other of this.unsettled) {
        if (isSettled) this.verdicts.set(other, settled);
        else this.verdicts.delete(other);
      }
      this.unsettled = [];
      this.putOff.clear();
      if (isSettled) return isProven;
    }
  }

  /** Whether the answer to all that was put off is yes. Asking may put off more. All of it is asked, so that few rounds are enough. */
  private arePutOffProven(): boolean {
    let areProven = true;
    for (const [question, answer] of this.putOff) {
      if (!this.verdicts.has(question)) this.ask(question, answer);
      if (this.verdicts.get(question) === no) areProven = false;
    }
    return areProven;
  }

  private ask(question: string, answer: () => boolean): boolean {
    const place = this.open.size + 1;
    const mark = this.unsettled.length;
    const before = this.assumes;
    this.assumes = settled;
    this.open.set(question, place);
    const isProven = answer();
    this.open.delete(question);
    if (isProven) this.keep(question, place, mark);
    else this.takeBack(question, mark);
    this.assumes = isProven && this.assumes < place ? Math.min(before, this.assumes) : before;
    return isProven;
  }

  private keep(question: string, place: number, mark: number): void {
    const own = this.assumes < place ? this.assumes : settled;
    this.verdicts.set(question, own);
    for (const other of this.unsettled.slice(mark)) {
      if ((this.verdicts.get(other) ?? no) >= place) this.verdicts.set(other, own);
    }
    if (own === settled) this.unsettled = this.unsettled.slice(0, mark);
    else this.unsettled.push(question);
  }

  private takeBack(question: string, mark: number): void {
    for (const other of this.unsettled.slice(mark)) this.verdicts.delete(other);
    this.unsettled = this.unsettled.slice(0, mark);
    this.verdicts.set(question, no);
  }
}
