/** Markup that goes into a page as it is. Only `html` makes it, and `html` escapes everything else. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** What a template takes: texts and numbers are escaped, lists are joined, and what is not there leaves no trace. */
export type Insert = Markup | string | number | false | null | undefined | readonly Insert[];

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what has to go
const unsafe = /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/;
const everyUnsafe = new RegExp(unsafe, 'g');

/**
 * Makes markup of a template, safe in elements and in quoted attributes whatever the inserted texts say.
 *
 * @example
 * html`<a href="${address}">${name}</a>`
 */
export function html(strings: TemplateStringsArray, ...inserts: Insert[]): Markup {
  return new Markup(strings.map((text, index) => (index === 0 ? text : toMarkup(inserts[index - 1]) + text)).join(''));
}

/** Escapes a text for elements and quoted attributes. Characters that HTML forbids become `�`. */
function escapeText(text: string): string {
  return unsafe.test(text) ? text.replace(everyUnsafe, (character) => entities[character] ?? '\ufffd') : text;
}

function toMarkup(insert: Insert): string {
  if (insert instanceof Markup) return insert.text;
  if (typeof insert === 'string') return escapeText(insert);
  if (typeof insert === 'number') return String(insert);
  return Array.isArray(insert) ? insert.map(toMarkup).join('') : '';
}
