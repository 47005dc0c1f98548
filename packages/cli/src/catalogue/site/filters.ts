import { matchesFilters, type Wanted } from './matches-filters.ts';

/** Filters of the list, kept in the address: a filtered list can be linked to, and survives a reload. */
export function startFilters(): void {
  const form = document.querySelector<HTMLFormElement>('[data-filters]');
  if (!form) return;
  const selects = [...form.querySelectorAll('select')];
  const asked = new URLSearchParams(location.search);
  for (const select of selects) select.value = valueIn(select, asked.get(select.name) ?? '');
  const apply = () => {
    const wanted = Object.fromEntries(selects.map(({ name, value }) => [name, value]));
    showMatching(wanted);
    keepInAddress(wanted);
  };
  form.addEventListener('change', apply);
  form.addEventListener('reset', () => {
    for (const select of selects) select.value = '';
    apply();
    selects[0]?.focus();
  });
  form.addEventListener('submit', (event) => event.preventDefault());
  if (asked.size > 0) apply();
}

/** The value where the list has it; an address may ask for what is gone. */
function valueIn(select: HTMLSelectElement, value: string): string {
  return [...select.options].some((option) => option.value === value) ? value : '';
}

function showMatching(wanted: Wanted): void {
  let count = 0;
  for (const section of document.querySelectorAll<HTMLElement>('[data-domain-section]')) {
    const rows = [...section.querySelectorAll<HTMLElement>('[data-event]')];
    for (const row of rows) row.hidden = !matchesFilters(row.dataset, wanted);
    const shown = rows.filter(({ hidden }) => !hidden).length;
    section.hidden = shown === 0;
    section.querySelector('[data-domain-count]')!.textContent = countWords(shown);
    count += shown;
  }
  document.querySelector('[data-filter-count]')!.textContent = countWords(count);
  document.querySelector<HTMLElement>('[data-filter-none]')!.hidden = count > 0;
  document.querySelector<HTMLElement>('[data-filter-reset]')!.hidden = !Object.values(wanted).some(Boolean);
}

function keepInAddress(wanted: Wanted): void {
  const chosen = Object.entries(wanted).filter(([, value]) => value !== '');
  const query = new URLSearchParams(chosen.map(([name, value = '']) => [name, value])).toString();
  history.replaceState(null, '', `${location.pathname}${query && `?${query}`}${location.hash}`);
}

function countWords(count: number): string {
  return `${count.toLocaleString('en')} event${count === 1 ? '' : 's'}`;
}
