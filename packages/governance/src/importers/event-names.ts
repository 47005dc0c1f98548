import { UniqueNames } from '../exporters/unique-names.ts';
import { camelCase } from '../exporters/words.ts';
import type { ImportNote, ImportOptions } from './imported.ts';

const segment = /^[A-Za-z0-9][\w.-]*$/;

/** Gives events names as the bus wants them, and says where these are not their own. */
export class EventNames {
  readonly #names = new UniqueNames();
  readonly #options: ImportOptions;
  readonly #notes: ImportNote[];

  constructor(options: ImportOptions, notes: ImportNote[]) {
    this.#options = options;
    this.#notes = notes;
  }

  /** @param domain For a name that has none, unless the options say another. */
  take(original: string, domain: string): string {
    const suggested = isEventName(original) ? original : `${camelCase(this.#options.domain ?? domain)}:${camelCase(original)}`;
    const chosen = this.#options.name?.(suggested, original) ?? suggested;
    const name = this.#names.take(isEventName(chosen) ? chosen : suggested);
    if (name !== original) this.#note(name, `“${original}” is called “${name}” here: names of events are domain:pastTense.`);
    if (chosen !== suggested && !isEventName(chosen))
      this.#note(name, `“${chosen}” is no name for an event: “${name}” is used instead.`);
    return name;
  }

  #note(contract: string, message: string): void {
    this.#notes.push({ contract, path: '', message });
  }
}

/** As the core decides it: two or more segments of letters, digits, `_`, `.` and `-`, none of them the hub's own. */
function isEventName(text: string): boolean {
  return /^[A-Za-z].*:/.test(text) && text.split(':').every((part) => segment.test(part)) && !text.startsWith('busbar:');
}
