import type { CatalogueEvent, EventVersion } from '../catalogue.ts';
import { html, type Markup } from '../html/html.ts';
import { type LifecycleWord, lifecycleWord, versionWord } from '../lifecycle.ts';

const grounds: Record<LifecycleWord, string> = {
  draft: 'badge-accent',
  stable: '',
  deprecated: 'badge-warning',
  removed: 'badge-danger',
};

/** Where an event is in its life. Stable is what people expect, so it is said only where `always` asks for it. */
function lifecycleBadge(word: LifecycleWord, always = false): Markup | false {
  return (word !== 'stable' || always) && html`<span class="badge ${grounds[word]}">${word}</span>`;
}

/** What a list says about an event beside its name: its life, and whether personal data travels. */
export function eventBadges(event: CatalogueEvent): Markup {
  return html`${lifecycleBadge(lifecycleWord(event))} ${tagsOf(event.newest).includes('pii') && html`<span class="badge badge-personal">pii</span>`}`;
}

/** The badges of one version at the head of its page. */
export function versionBadges({ removed }: CatalogueEvent, version: EventVersion): Markup {
  return html`${lifecycleBadge(removed ? 'removed' : versionWord(version), true)} ${tagsOf(version).map(
    (tag) => html`<span class="badge badge-tag${tag === 'pii' && ' badge-personal'}">${tag}</span> `,
  )}`;
}

/** Tags of the event and of its fields. */
export function tagsOf({ tags = [], fieldTags }: EventVersion): string[] {
  return [...new Set([...tags, ...Object.values(fieldTags).flat()])];
}
