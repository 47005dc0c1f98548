import type { Catalogue } from '../catalogue.ts';
import { tagsOf } from '../event/event-badges.ts';
import { counted } from '../html/counted.ts';
import { html, type Markup } from '../html/html.ts';
import { lifecycleWord } from '../lifecycle.ts';

/** The catalogue in a handful of numbers, each a link to what it counts. */
export function figures({ events, apps, owners }: Catalogue): Markup {
  const versions = events.reduce((sum, event) => sum + event.versions.length, 0);
  const inLife = (word: string) => events.filter((event) => lifecycleWord(event) === word).length;
  const personal = events.filter(({ newest }) => tagsOf(newest).includes('pii')).length;
  return html`<ul role="list" class="figures">
${figure(events.length, 'event', 'index.html#events')}
${figure(versions, 'version', 'changes.html')}
${figure(apps.length, 'app', 'apps.html')}
${figure(owners.size, 'owner', 'owners.html')}
${figure(personal, 'with personal data', 'tags.html', 'with personal data')}
${figure(inLife('draft'), 'draft', 'index.html?lifecycle=draft#events')}
${figure(inLife('deprecated'), 'deprecated', 'index.html?lifecycle=deprecated#events', 'deprecated')}
</ul>`;
}

function figure(count: number, thing: string, address: string, things?: string): Markup | false {
  const [number, ...words] = counted(count, thing, things).split(' ');
  return count > 0 && html`<li><a href="${address}"><span class="figure-number">${number}</span> ${words.join(' ')}</a></li>`;
}
