import { appPath, domainPath, eventPath, ownerPath } from '../addresses.ts';
import type { Catalogue, CatalogueEvent } from '../catalogue.ts';
import { tagsOf } from '../event/event-badges.ts';
import { lifecycleWord } from '../lifecycle.ts';
import { describeSchema } from '../schema/describe-schema.ts';
import { listFields } from '../schema/list-fields.ts';
import type { SearchEntry } from '../site/search-entry.ts';
import { tagAnchor } from '../tags/tags-page.ts';

const mostFields = 200;

/** Everything that can be found, as a script: pages that are opened from a disk may load scripts and nothing else. */
export function searchIndex(catalogue: Catalogue): string {
  const json = JSON.stringify(entriesOf(catalogue));
  return `globalThis.busbarSearchIndex = ${json.replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029')};\n`;
}

/** What can be found: events with their fields, domains, apps, owners and tags. */
export function entriesOf({ events, domains, apps, owners }: Catalogue): SearchEntry[] {
  const tags = new Set(events.flatMap(({ newest }) => tagsOf(newest)));
  return [
    ...events.map(eventEntry),
    ...[...domains.keys()].map((name) => entry('domain', name, domainPath(name))),
    ...apps.map(({ name }) => entry('app', name, appPath(name))),
    ...[...owners.keys()].map((name) => entry('owner', name, ownerPath(name))),
    ...[...tags].map((name) => entry('tag', name, `tags.html#${tagAnchor(name)}`)),
  ];
}

function eventEntry(event: CatalogueEvent): SearchEntry {
  const { type, newest, emitters, listeners } = event;
  const word = lifecycleWord(event);
  const fields = listFields(describeSchema(newest.output, newest)).slice(1, mostFields);
  return {
    kind: 'event',
    name: type,
    path: eventPath(type),
    ...(newest.summary && { summary: newest.summary }),
    ...(word !== 'stable' && { lifecycle: word }),
    words: [newest.owner ?? [], tagsOf(newest), emitters, listeners].flat(),
    fields: fields.map(({ name, anchor }) => [name, anchor] as const),
  };
}

function entry(kind: SearchEntry['kind'], name: string, path: string): SearchEntry {
  return { kind, name, path };
}
