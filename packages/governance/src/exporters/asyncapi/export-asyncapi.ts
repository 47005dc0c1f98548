import { deprecationOf, extensionsOf } from '../contract-facts.ts';
import type { Export, ExportNote } from '../export.ts';
import { contractsByType, contractsOf, type ExportedContract, type ExportSource } from '../exported-contract.ts';
import { asFileName, fileNames, stemsOf } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { payloadSchema } from '../json-schema/export-json-schema.ts';
import { UniqueNames } from '../unique-names.ts';
import { yamlText } from '../yaml-text.ts';
import { hoistDefinitions } from './hoist-definitions.ts';
import { messageHeaders } from './message-headers.ts';

export interface AsyncApiOptions {
  /** Default `json`. */
  readonly format?: 'json' | 'yaml';
  /** What the document is called. Default `Events`. */
  readonly title?: string;
  /** The version of the document, which is not that of any event. Default `1.0.0`. */
  readonly version?: string;
}

type Names = ReadonlyMap<string, string>;
type MessageNames = ReadonlyMap<ExportedContract, string>;

/**
 * Writes one AsyncAPI 3.0 document: a channel for each event, a message for each of its versions, an operation for each app that emits
 * or listens, payloads in draft-07, headers with the attributes of CloudEvents.
 *
 * @example
 * const { files } = exportAsyncApi(lock, { format: 'yaml', title: 'The shop' }); // asyncapi.yaml
 */
export function exportAsyncApi(source: ExportSource, options: AsyncApiOptions = {}): Export {
  const { format = 'json', title = 'Events', version = '1.0.0' } = options;
  const contracts = contractsOf(source);
  const notes: ExportNote[] = contracts.flatMap(generalNotes);
  const [channelNames, messageNames] = [stemsOf(contracts.map(({ type }) => type)), fileNames(contracts)];
  const document = {
    asyncapi: '3.0.0',
    info: { title, version },
    defaultContentType: 'application/json',
    channels: channelsOf(contracts, channelNames, messageNames),
    operations: operationsOf(contracts, channelNames),
    components: { messages: messagesOf(messageNames), schemas: schemasOf(messageNames, notes) },
  };
  return { files: [{ path: `asyncapi.${format}`, text: format === 'json' ? jsonText(document) : yamlText(document) }], notes };
}

function jsonText(document: object): string {
  return `${JSON.stringify(document, undefined, 2)}\n`;
}

function channelsOf(source: ExportSource, channelNames: Names, messageNames: MessageNames): Record<string, object> {
  return Object.fromEntries(
    [...contractsByType(source)].map(([type, versions]) => {
      const { summary, tags, owner } = versions.at(-1)!;
      const messages = versions.map((contract) => [
        `v${contract.version}`,
        { $ref: `#/components/messages/${messageNames.get(contract)}` },
      ]);
      const channel = {
        address: type.replaceAll('{', '%7B').replaceAll('}', '%7D'),
        title: type,
        ...(summary !== undefined && { summary }),
        messages: Object.fromEntries(messages),
        ...tagsOf(tags),
        ...(owner !== undefined && { 'x-owner': owner }),
      };
      return [channelNames.get(type)!, channel];
    }),
  );
}

/** What each app does, seen from the app: it sends what it emits and receives what it listens to. */
function operationsOf(source: ExportSource, channelNames: Names): Record<string, object> {
  const names = new UniqueNames();
  const operations: Record<string, object> = {};
  for (const [type, versions] of contractsByType(source)) {
    const { emitters = [], listeners = [] } = versions.at(-1)!;
    const channel = { $ref: `#/channels/${channelNames.get(type)}` };
    const parts = [
      { apps: emitters, action: 'send', verb: 'emits' },
      { apps: listeners, action: 'receive', verb: 'listens to' },
    ];
    for (const { apps, action, verb } of parts)
      for (const app of apps) {
        const name = names.take(`${asFileName(app)}.${action}.${channelNames.get(type)}`);
        operations[name] = { action, channel, summary: `${app} ${verb} ${type}`, tags: [{ name: app }], 'x-app': app };
      }
  }
  return operations;
}

function messagesOf(messageNames: MessageNames): Record<string, object> {
  return Object.fromEntries([...messageNames].map(([contract, name]) => [name, messageOf(contract, name)]));
}

function messageOf(contract: ExportedContract, name: string): object {
  const { type, version, summary, tags, examples, lifecycle } = contract;
  const { 'x-summary': _, 'x-tags': __, ...extensions } = extensionsOf(contract);
  const deprecation = deprecationOf(lifecycle);
  return {
    name: type,
    title: `${type} version ${version}`,
    ...(summary !== undefined && { summary }),
    ...(deprecation !== undefined && { description: `Deprecated. ${deprecation}`, 'x-deprecated': true }),
    contentType: 'application/json',
    headers: messageHeaders(contract),
    correlationId: { location: '$message.header#/correlationid' },
    payload: { $ref: `#/components/schemas/${name}` },
    ...tagsOf(tags),
    ...(examples?.length && { examples: examples.map((payload, index) => ({ name: `example${index + 1}`, payload })) }),
    ...extensions,
  };
}

function schemasOf(messageNames: MessageNames, notes: ExportNote[]): object {
  const all = [...messageNames].map(([contract, name]) => {
    const payload = payloadSchema(contract, 'draft-07', 'output');
    notes.push(...payload.notes);
    const hoisted = hoistDefinitions(payload.schema, name);
    const isDeprecated = deprecationOf(contract.lifecycle) !== undefined;
    return isDeprecated ? { ...hoisted, [name]: { ...(hoisted[name] as object), deprecated: true } } : hoisted;
  });
  return Object.assign({}, ...all);
}

function tagsOf(tags: readonly string[] | undefined): object {
  return tags?.length ? { tags: [...new Set(tags)].map((name) => ({ name })) } : {};
}
