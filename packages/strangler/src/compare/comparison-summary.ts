/** When a comparison says that it is safe to go on. */
export interface SafeAfter {
  /** Checks in a row that found both to agree, after what is compared had changed or an event had come. Default 100. */
  readonly agreements?: number;
  /** Milliseconds since the last difference, or since the beginning. Default 0. */
  readonly time?: number;
}

/** What a comparison has come to. */
export interface ComparisonSummary {
  /** Checks that found both to agree, where one of them had become another value or object since, or an event had come. */
  readonly agreements: number;
  /** Checks that found a difference, also one that was known. */
  readonly differences: number;
  /** The share of checks that found both to agree, 0 to 1; 1 before the first check. */
  readonly share: number;
  /** Checks in a row that found both to agree. */
  readonly inARow: number;
  /** Whether the last check found a difference. */
  readonly differing: boolean;
  /** When the comparison began, in milliseconds since the Unix epoch. */
  readonly since: number;
  /** When both agreed last, in milliseconds since the Unix epoch. */
  readonly agreedAt: number | undefined;
  /** When a check found a difference last, in milliseconds since the Unix epoch. */
  readonly differedAt: number | undefined;
  /** Actions that the store took meanwhile. */
  readonly actions: number;
  /** Events that came meanwhile. */
  readonly events: number;
  /** Whether both have agreed as often, and for as long, as `safeAfter` asks. */
  readonly safe: boolean;
}

export function emptySummary(since: number): ComparisonSummary {
  const none = { agreements: 0, differences: 0, inARow: 0, actions: 0, events: 0 };
  return { ...none, share: 1, differing: false, since, agreedAt: undefined, differedAt: undefined, safe: false };
}

/** The summary after one more check. */
export function afterCheck(
  summary: ComparisonSummary,
  agrees: boolean,
  time: number,
  seen: { readonly actions: number; readonly events: number },
  { agreements: enough = 100, time: longEnough = 0 }: SafeAfter,
): ComparisonSummary {
  const agreements = summary.agreements + Number(agrees);
  const differences = summary.differences + Number(!agrees);
  const inARow = agrees ? summary.inARow + 1 : 0;
  return {
    ...seen,
    agreements,
    differences,
    inARow,
    share: agreements / (agreements + differences),
    differing: !agrees,
    since: summary.since,
    agreedAt: agrees ? time : summary.agreedAt,
    differedAt: agrees ? summary.differedAt : time,
    safe: agrees && inARow >= enough && time - (summary.differedAt ?? summary.since) >= longEnough,
  };
}
