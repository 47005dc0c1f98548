import type { Call } from './find-calls.ts';

/** How an event, and a list of them, look in a source. */
interface Forms {
  readonly event: string;
  readonly list: string;
  eventsIn(written: string): string[];
}

/** What the sides of a request emit, by the names of its contracts. Who asks hears what who replies emits. */
const asked = ['requested', 'aborted'];
const answered = ['replied', 'failed', 'ended'];

/** What may stand for the bus: `bus`, `this.#bus`, `useBus()`. */
const bus = '[\\w$.#]+(?:\\([^()]*\\))?';

/** What a source emits and hears by way of requests, projections, collections and sagas. */
export function findPatterns(text: string, { event, list, eventsIn }: Forms): Call[] {
  const oneOrMore = `(?<events>${event}|${list})`;
  const listened = [
    new RegExp(`(?<![\\w$])collection\\s*(?:<[^()]*>)?\\(\\s*${bus}\\s*,\\s*${oneOrMore}`, 'g'),
    new RegExp(`(?<![\\w$])startedBy\\s*:\\s*${oneOrMore}`, 'g'),
    // Between the name of a projection and its contracts stands what it begins with.
    new RegExp(`(?<![\\w$])defineProjection\\s*\\((?:(?!defineProjection)[\\s\\S]){0,500}?contracts\\s*:\\s*${oneOrMore}`, 'g'),
  ];
  const calls = listened.flatMap((form) => [...text.matchAll(form)]);
  return [
    ...calls.map(({ groups }): Call => ({ role: 'listens', events: eventsIn(groups!['events']!) })),
    ...findRequests(text, event).flatMap(({ name, contracts }) => sidesOf(name, contracts)),
  ];
}

interface RequestCall {
  readonly name: string;
  /** What may be the contract: the first argument in a saga's step, the second beside a bus. */
  readonly contracts: readonly string[];
}

function findRequests(text: string, event: string): RequestCall[] {
  const form = new RegExp(
    `(?<![\\w$])(?<name>request\\$?|reply)\\s*(?:<[^()]*>)?\\(\\s*(?<first>${event}|${bus})\\s*(?:,\\s*(?<second>${event})\\s*)?[,)]`,
    'g',
  );
  return [...text.matchAll(form)].map(({ groups }) => ({
    name: groups!['name']!,
    contracts: [groups!['first'], groups!['second']].filter(isReference).map((one) => one.replace(/\s+/g, '')),
  }));
}

/** Requests have contracts, no names: a text is an address of something else. */
function isReference(written: string | undefined): written is string {
  return written !== undefined && !/^['"`]/.test(written);
}

function sidesOf(name: string, contracts: readonly string[]): Call[] {
  const [emitted, heard] = name === 'reply' ? [answered, asked] : [asked, answered];
  const named = (endings: readonly string[]) => contracts.flatMap((one) => endings.map((ending) => `${one}.${ending}`));
  return [
    { role: 'emits', events: named(emitted) },
    { role: 'listens', events: named(heard) },
  ];
}
