import type { LockFile } from '@busbar/governance/lock';
import { schemaPath, versionPath } from './addresses.ts';
import { appPage } from './app/app-page.ts';
import { appsPage } from './app/apps-page.ts';
import { type Catalogue, type CatalogueEvent, type CatalogueOptions, type EventVersion, readCatalogue } from './catalogue.ts';
import type { CatalogueFile } from './catalogue-file.ts';
import { changesPage } from './changes/changes-page.ts';
import { type VersionChange, versionChanges } from './changes/compare-versions.ts';
import { domainPage } from './domain/domain-page.ts';
import { eventPage } from './event/event-page.ts';
import { isSameShape } from './event/payload-section.ts';
import { ownerPage, ownersPage } from './owner/owner-pages.ts';
import { absolute } from './page/document.ts';
import { movedPage } from './page/moved-page.ts';
import { searchIndex } from './search/search-index.ts';
import { siteFiles } from './site-files.ts';
import { startPage } from './start/start-page.ts';
import { tagsPage } from './tags/tags-page.ts';

/**
 * Makes the catalogue of a lock file: plain files that need no server, no network and no script to be read. The same lock file
 * and options give the same files.
 *
 * @example
 * renderCatalogue(parseLock(text), { title: 'The shop' }) // [{ path: 'index.html', text: '<!doctype html>…' }, …]
 */
export function renderCatalogue(lock: LockFile, options: CatalogueOptions): CatalogueFile[] {
  const catalogue = readCatalogue(lock, options);
  const changes = new Map(catalogue.events.map((event) => [event, versionChanges(event)]));
  const files = [
    startPage(catalogue),
    ...catalogue.events.flatMap((event) => eventFiles(catalogue, event, changes.get(event) ?? [])),
    ...[...catalogue.domains].map(([domain, events]) => domainPage(catalogue, domain, events)),
    appsPage(catalogue),
    ...catalogue.apps.map((app) => appPage(catalogue, app)),
    ownersPage(catalogue),
    ...[...catalogue.owners].map(([owner, events]) => ownerPage(catalogue, owner, events)),
    tagsPage(catalogue),
    changesPage(catalogue, changes),
    { path: 'search-index.js', text: searchIndex(catalogue) },
    ...siteFiles(),
  ];
  return options.baseUrl ? [...files, sitemap(options.baseUrl, files)] : files;
}

function eventFiles(catalogue: Catalogue, event: CatalogueEvent, changes: readonly VersionChange[]): CatalogueFile[] {
  return [
    ...event.versions.flatMap((version) => [
      eventPage(
        catalogue,
        event,
        version,
        changes.find(({ current }) => current === version),
      ),
      ...schemaFiles(event, version),
    ]),
    // The newest version has its lasting address already, so that a link to it still leads there when the next one comes.
    movedPage(versionPath(event.type, event.newest.version), 'index.html', `${event.type} v${event.newest.version}`),
  ];
}

function schemaFiles({ type }: CatalogueEvent, { version, input, output }: EventVersion): CatalogueFile[] {
  const sides = isSameShape(input, output)
    ? ([['output', output]] as const)
    : ([
        ['output', output],
        ['input', input],
      ] as const);
  return sides.map(([side, schema]) => ({ path: schemaPath(type, version, side), text: `${JSON.stringify(schema, null, 2)}\n` }));
}

function sitemap(baseUrl: string, files: readonly CatalogueFile[]): CatalogueFile {
  const pages = files.filter(({ path }) => path.endsWith('.html'));
  return { path: 'sitemap.txt', text: pages.map(({ path }) => `${encodeURI(absolute(baseUrl, path))}\n`).join('') };
}
