import { deprecationOf, extensionsOf } from '../contract-facts.ts';
import type { Export, ExportedFile, ExportNote } from '../export.ts';
import { contractsByType, contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { asFileName, stemsOf } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { payloadSchema } from '../json-schema/export-json-schema.ts';
import { escapeMarkdown, jsonBlock } from '../markdown/escape-markdown.ts';
import { fieldsTable } from '../markdown/fields-table.ts';
import { taggedRows } from '../shape/field-rows.ts';
import { readShape } from '../shape/read-shape.ts';
import { yamlText } from '../yaml-text.ts';

/** What EventCatalog reads as the version of what has none. */
const firstVersion = '1.0.0';

/**
 * Writes the files of an EventCatalog: domains, services with what they send and receive, events with their schema and, under
 * `versioned`, their older versions, teams. Version 2 of a contract is `2.0.0` there.
 *
 * @example
 * const { files } = exportEventCatalog(lock); // events/cart.itemAdded/index.mdx and schema.json, services/checkout/index.mdx …
 */
export function exportEventCatalog(source: ExportSource): Export {
  const notes: ExportNote[] = [];
  const ids = stemsOf(contractsOf(source).map(({ type }) => type));
  const events = [...contractsByType(source).values()].flatMap((versions) =>
    versions.flatMap((contract) => eventFiles(contract, ids.get(contract.type)!, contract === versions.at(-1), notes)),
  );
  const services = stemsOf([...appsOf(source)].sort());
  return {
    files: [...domainFiles(source, services), ...serviceFiles(source, ids, services), ...events, ...teamFiles(source)],
    notes,
  };
}

function eventFiles(contract: ExportedContract, id: string, isNewest: boolean, notes: ExportNote[]): ExportedFile[] {
  const folder = isNewest ? `events/${id}` : `events/${id}/versioned/${contract.version}.0.0`;
  const { schema, notes: losses } = payloadSchema(contract, '2020-12', 'output');
  notes.push(...generalNotes(contract), ...losses);
  const described = typeof schema === 'boolean' ? { not: schema ? false : {} } : schema;
  return [
    { path: `${folder}/index.mdx`, text: mdx(eventMatter(contract, id), eventBody(contract)) },
    { path: `${folder}/schema.json`, text: `${JSON.stringify(described, undefined, 2)}\n` },
  ];
}

function eventMatter(contract: ExportedContract, id: string): object {
  const { type, version, summary, owner, lifecycle } = contract;
  const { 'x-summary': _, 'x-tags': __, 'x-event': ___, 'x-version': ____, ...extensions } = extensionsOf(contract);
  const message = deprecationOf(lifecycle);
  return {
    id,
    name: type,
    version: `${version}.0.0`,
    ...(summary !== undefined && { summary }),
    ...(owner !== undefined && { owners: [asFileName(owner)] }),
    ...badgesOf(contract),
    schemaPath: 'schema.json',
    ...(typeof lifecycle === 'object' && { deprecated: { date: lifecycle.deprecated, message } }),
    ...(lifecycle === 'draft' && { draft: true }),
    ...extensions,
  };
}

/** Tags of the event, and those of fields with the field. */
function badgesOf(contract: ExportedContract): object {
  const fields = taggedRows(readShape(contract, contract.output)).flatMap(({ path, tags }) =>
    tags.map((tag) => `${tag}: ${path}`),
  );
  const badges = [...(contract.tags ?? []), ...fields].map((content) => ({
    content,
    backgroundColor: 'blue',
    textColor: 'blue',
  }));
  return badges.length > 0 ? { badges } : {};
}

function eventBody(contract: ExportedContract): string {
  const examples = (contract.examples ?? []).map(jsonBlock);
  return ['## Fields', fieldsTable(contract), ...(examples.length > 0 ? ['## Examples', ...examples] : []), '<NodeGraph />'].join(
    '\n\n',
  );
}

/** The part of a name before the last colon is a domain; apps that emit its events are its services. */
function domainFiles(source: ExportSource, names: ReadonlyMap<string, string>): ExportedFile[] {
  const services = new Map<string, Set<string>>();
  for (const { type, emitters = [] } of contractsOf(source)) {
    const domain = type.slice(0, Math.max(type.lastIndexOf(':'), 0)) || 'events';
    services.set(domain, new Set([...(services.get(domain) ?? []), ...emitters]));
  }
  const ids = stemsOf([...services.keys()]);
  return [...services].map(([domain, apps]) => {
    const matter = {
      id: ids.get(domain)!,
      name: domain,
      version: firstVersion,
      services: [...apps].sort().map((app) => ({ id: names.get(app)! })),
    };
    return { path: `domains/${ids.get(domain)}/index.mdx`, text: mdx(matter, '<NodeGraph />') };
  });
}

function appsOf(source: ExportSource): Set<string> {
  return new Set(contractsOf(source).flatMap(({ emitters = [], listeners = [] }) => [...emitters, ...listeners]));
}

function serviceFiles(
  source: ExportSource,
  ids: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
): ExportedFile[] {
  const newest = [...contractsByType(source).values()].map((versions) => versions.at(-1)!);
  const eventsOf = (app: string, role: 'emitters' | 'listeners') =>
    newest
      .filter((contract) => contract[role]?.includes(app))
      .map(({ type, version }) => ({ id: ids.get(type)!, version: `${version}.0.0` }));
  return [...names].map(([app, id]) => {
    const matter = {
      id,
      name: app,
      version: firstVersion,
      sends: eventsOf(app, 'emitters'),
      receives: eventsOf(app, 'listeners'),
    };
    return { path: `services/${id}/index.mdx`, text: mdx(matter, '<NodeGraph />') };
  });
}

function teamFiles(source: ExportSource): ExportedFile[] {
  const owners = new Map(
    contractsOf(source).flatMap(({ owner }) => (owner === undefined ? [] : [[asFileName(owner), owner] as const])),
  );
  return [...owners].sort().map(([id, name]) => ({ path: `teams/${id}.mdx`, text: mdx({ id, name }, escapeMarkdown(name)) }));
}

function mdx(matter: object, body: string): string {
  return `---\n${yamlText(matter)}---\n\n${body}\n`;
}
