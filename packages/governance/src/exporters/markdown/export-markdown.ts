import { contractFacts, deprecationOf, factText } from '../contract-facts.ts';
import type { Export, ExportedFile } from '../export.ts';
import { contractsByType, contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { stemsOf } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { escapeMarkdown, inlineCode, jsonBlock, table } from './escape-markdown.ts';
import { fieldsTable } from './fields-table.ts';

export interface MarkdownOptions {
  /** The heading of the index. Default `Events`. */
  readonly title?: string;
}

/**
 * Writes a page for each event (its versions from the newest to the oldest, with fields, casts and examples) and an index of them.
 *
 * @example
 * const { files } = exportMarkdown(lock); // README.md, events/cart.itemAdded.md
 */
export function exportMarkdown(source: ExportSource, options: MarkdownOptions = {}): Export {
  const stems = stemsOf(contractsOf(source).map(({ type }) => type));
  const events = [...contractsByType(source)];
  const index = { path: 'README.md', text: printIndex(events, stems, options.title ?? 'Events') };
  const pages = events.map(
    ([type, versions]): ExportedFile => ({ path: `events/${stems.get(type)}.md`, text: printPage(type, versions) }),
  );
  return { files: [index, ...pages], notes: contractsOf(source).flatMap(generalNotes) };
}

type Events = readonly (readonly [string, readonly ExportedContract[]])[];

function printIndex(events: Events, stems: ReadonlyMap<string, string>, title: string): string {
  const rows = events.map(([type, versions]) => {
    const { version, owner = '', summary = '', lifecycle, emitters, listeners } = versions.at(-1)!;
    const state = typeof lifecycle === 'string' ? lifecycle : 'deprecated';
    const link = `[${escapeMarkdown(type)}](events/${stems.get(type)}.md)`;
    return [link, String(version), state, escapeMarkdown(owner), names(emitters), names(listeners), escapeMarkdown(summary)];
  });
  return page(
    `# ${escapeMarkdown(title)}`,
    table(['Event', 'Version', 'State', 'Owner', 'Emitted by', 'Heard by', 'What happened'], rows),
  );
}

function printPage(type: string, versions: readonly ExportedContract[]): string {
  const newest = versions.at(-1)!;
  const parts = [...versions].reverse().flatMap(printVersion);
  return page(`# ${escapeMarkdown(type)}`, escapeMarkdown(newest.summary ?? ''), ...parts);
}

function printVersion(contract: ExportedContract): string[] {
  const { version, lifecycle, examples = [] } = contract;
  const deprecation = deprecationOf(lifecycle);
  return [
    `## Version ${version}`,
    ...(deprecation === undefined ? [] : [`**Deprecated.** ${escapeMarkdown(deprecation)}`]),
    factsTable(contract),
    '### Fields',
    fieldsTable(contract),
    ...castLines(contract),
    ...(examples.length > 0 ? [examples.length > 1 ? '### Examples' : '### Example', ...examples.map(jsonBlock)] : []),
  ];
}

function factsTable(contract: ExportedContract): string {
  const { event: _, version: __, summary: ___, casts: ____, ...facts } = contractFacts(contract);
  return table(
    ['', ''],
    Object.entries(facts).map(([name, value]) => [name, inlineCode(factText(value))]),
  );
}

function castLines({ casts: { up, down } }: ExportedContract): string[] {
  const rows = [...up.map((from) => [`${from} → ${from + 1}`, 'upcast']), ...down.map((to) => [`${to + 1} → ${to}`, 'downcast'])];
  return rows.length === 0 ? [] : ['### Casts', table(['Versions', 'Cast'], rows)];
}

function names(apps: readonly string[] = []): string {
  return apps.map(escapeMarkdown).join(', ');
}

function page(...parts: readonly string[]): string {
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}
