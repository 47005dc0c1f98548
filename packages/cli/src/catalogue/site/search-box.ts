import { drawResults } from './draw-results.ts';
import { loadSearchIndex } from './load-search-index.ts';
import { rankEntries, termsOf } from './rank-entries.ts';

/** The search of the page's head: `/` or Ctrl+K goes there, arrows choose, Enter opens. */
export function startSearch(): void {
  const form = document.querySelector<HTMLFormElement>('[data-search]');
  const input = form?.querySelector('input');
  const list = form?.querySelector<HTMLElement>('[role="listbox"]');
  const status = form?.querySelector('[data-search-status]');
  if (!form || !input || !list || !status) return;
  const search = new SearchBox(input, list, status);
  input.addEventListener('focus', () => search.prepare());
  input.addEventListener('input', () => search.update());
  input.addEventListener('keydown', (event) => search.press(event));
  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('focusout', ({ relatedTarget }) => {
    if (!form.contains(relatedTarget as Node | null)) search.close();
  });
  document.addEventListener('keydown', (event) => {
    if (!callsForSearch(event)) return;
    event.preventDefault();
    input.focus();
    input.select();
  });
}

class SearchBox {
  readonly #input: HTMLInputElement;
  readonly #list: HTMLElement;
  readonly #status: Element;
  #options: readonly HTMLAnchorElement[] = [];
  #active = -1;

  constructor(input: HTMLInputElement, list: HTMLElement, status: Element) {
    this.#input = input;
    this.#list = list;
    this.#status = status;
    // Keeps the focus, and with it the list, where it is until the link was followed.
    list.addEventListener('mousedown', (event) => event.preventDefault());
  }

  prepare(): void {
    loadSearchIndex().catch(() => this.#say('Search is not available: its index could not be loaded.'));
    if (this.#input.value !== '') void this.update();
  }

  async update(): Promise<void> {
    const entries = await loadSearchIndex().catch(() => []);
    const query = this.#input.value;
    this.#options = drawResults(rankEntries(entries, query), termsOf(query));
    this.#list.replaceChildren(...this.#options);
    this.#open(this.#options.length > 0);
    this.#activate(this.#options.length > 0 ? 0 : -1);
    const count = this.#options.length;
    this.#say(
      query.trim() === '' ? '' : count === 0 ? `Nothing found for “${query}”` : `${count} result${count === 1 ? '' : 's'}`,
    );
  }

  press(event: KeyboardEvent): void {
    const count = this.#options.length;
    if (event.key === 'ArrowDown' && count > 0) this.#activate((this.#active + 1) % count);
    else if (event.key === 'ArrowUp' && count > 0) this.#activate((this.#active - 1 + count) % count);
    else if (event.key === 'Enter') this.#options[this.#active]?.click();
    else if (event.key === 'Escape' && !this.#list.hidden) this.close();
    else return;
    event.preventDefault();
  }

  close(): void {
    this.#open(false);
    this.#activate(-1);
    this.#say('');
  }

  #open(isOpen: boolean): void {
    this.#list.hidden = !isOpen;
    this.#input.setAttribute('aria-expanded', String(isOpen));
  }

  #activate(index: number): void {
    this.#options[this.#active]?.setAttribute('aria-selected', 'false');
    this.#active = index;
    const option = this.#options[index];
    option?.setAttribute('aria-selected', 'true');
    option?.scrollIntoView({ block: 'nearest' });
    if (option) this.#input.setAttribute('aria-activedescendant', option.id);
    else this.#input.removeAttribute('aria-activedescendant');
  }

  #say(words: string): void {
    this.#status.textContent = words;
  }
}

/** `/` where nobody types, Ctrl+K or Cmd+K anywhere. */
function callsForSearch({ key, ctrlKey, metaKey, target }: KeyboardEvent): boolean {
  if (key === 'k' && (ctrlKey || metaKey)) return true;
  const isTyping = target instanceof Element && target.closest('input, textarea, select, [contenteditable]');
  return key === '/' && !ctrlKey && !metaKey && !isTyping;
}
