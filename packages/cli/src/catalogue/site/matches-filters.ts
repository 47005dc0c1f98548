/** What is chosen, by filter; an empty text stands for everything. */
export type Wanted = Readonly<Record<string, string | undefined>>;

/** The `data-…` of a row. Apps and tags are lists in JSON. */
export type RowFacts = Readonly<Record<string, string | undefined>>;

/** Says whether a row of the list fits everything that is chosen. */
export function matchesFilters({ domain, owner, lifecycle, apps, tags }: RowFacts, wanted: Wanted): boolean {
  return (
    fits(wanted['domain'], [domain]) &&
    fits(wanted['owner'], [owner]) &&
    fits(wanted['lifecycle'], [lifecycle]) &&
    fits(wanted['app'], namesIn(apps)) &&
    fits(wanted['tag'], namesIn(tags))
  );
}

function fits(wanted: string | undefined, has: readonly (string | undefined)[]): boolean {
  return !wanted || has.includes(wanted);
}

function namesIn(json = '[]'): readonly string[] {
  return JSON.parse(json);
}
