/** Verdicts on questions that may lead back to themselves. */
export interface Verdicts {
  /** The verdict on a question. A question that is open further up counts as answered by yes, for as long as it is open. */
  decide(question: string, answer: () => boolean): boolean;
  forget(): void;
}

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
 * Keeps verdicts. A yes that was given under the assumption of another is taken back where that other turns out to be a no; a no holds
 * in any case, because assumptions only ever help.
 */
export function createVerdicts(): Verdicts {
  const verdicts = new Map<string, number>();
  const open = new Map<string, number>();
  const putOff = new Map<string, () => boolean>();
  /** Questions whose yes assumes something, in the order in which they were answered. */
  let unsettled: string[] = [];
  let assumes = settled;
  return { decide, forget: () => verdicts.clear() };

  function decide(question: string, answer: () => boolean): boolean {
    const known = verdicts.get(question) ?? open.get(question);
    if (known === no) return false;
    if (known === undefined && open.size === 0) return settle(question, answer);
    if (known === undefined && open.size < deepest) return ask(question, answer);
    if (known === undefined) putOff.set(question, answer);
    assumes = Math.min(assumes, known ?? putOffPlace);
    return true;
  }

  /** Asks, then asks what was put off, and all over again where that was not what had been assumed. */
  function settle(question: string, answer: () => boolean): boolean {
    for (;;) {
      const isProven = ask(question, answer);
      const isSettled = !isProven || arePutOffProven();
      for (const other of unsettled) {
        if (isSettled) verdicts.set(other, settled);
        else verdicts.delete(other);
      }
      unsettled = [];
      putOff.clear();
      if (isSettled) return isProven;
    }
  }

  /** Whether the answer to all that was put off is yes. Asking may put off more. */
  function arePutOffProven(): boolean {
    for (const [question, answer] of putOff) {
      if (!verdicts.has(question)) ask(question, answer);
      if (verdicts.get(question) === no) return false;
    }
    return true;
  }

  function ask(question: string, answer: () => boolean): boolean {
    const place = open.size + 1;
    const mark = unsettled.length;
    const before = assumes;
    assumes = settled;
    open.set(question, place);
    const isProven = answer();
    open.delete(question);
    if (isProven) keep(question, place, mark);
    else takeBack(question, mark);
    assumes = isProven && assumes < place ? Math.min(before, assumes) : before;
    return isProven;
  }

  function keep(question: string, place: number, mark: number): void {
    const own = assumes < place ? assumes : settled;
    verdicts.set(question, own);
    for (const other of unsettled.slice(mark)) {
      if ((verdicts.get(other) ?? no) >= place) verdicts.set(other, own);
    }
    if (own === settled) unsettled = unsettled.slice(0, mark);
    else unsettled.push(question);
  }

  function takeBack(question: string, mark: number): void {
    for (const other of unsettled.slice(mark)) verdicts.delete(other);
    unsettled = unsettled.slice(0, mark);
    verdicts.set(question, no);
  }
}
