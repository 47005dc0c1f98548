import { byName, type Catalogue } from '../catalogue.ts';
import { tagsOf } from '../event/event-badges.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { lifecycleWord } from '../lifecycle.ts';

/** Choices that narrow the list down. The script keeps them in the address; without it they are not there. */
export function filters({ events, domains, owners, apps }: Catalogue): Markup {
  const tags = [...new Set(events.flatMap(({ newest }) => tagsOf(newest)))].sort(byName);
  const lifecycles = [...new Set(events.map(lifecycleWord))].sort(byName);
  return html`<form class="filters needs-script" data-filters aria-label="Filter events">
${choice('domain', 'Domain', [...domains.keys()])}
${choice('owner', 'Owner', [...owners.keys()])}
${choice(
  'app',
  'App',
  apps.map(({ name }) => name),
)}
${choice('lifecycle', 'Lifecycle', lifecycles)}
${choice('tag', 'Tag', tags)}
<p class="filters-state"><span role="status" data-filter-count>${counted(events.length, 'event')}</span> <button type="reset" class="button button-link small" data-filter-reset hidden>Show all</button></p>
</form>`;
}

function choice(name: string, label: string, values: readonly string[]): Markup | false {
  return (
    values.length > 1 &&
    html`<label class="filter"><span>${label}</span><select name="${name}"><option value="">All</option>${values.map((value) => html`<option value="${value}">${value}</option>`)}</select></label>`
  );
}
