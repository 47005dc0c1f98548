import { escapeSegment, segmentsOf } from '../exporters/shape/schema-pointer.ts';
import { isPlainObject } from '../json-schema/keyword-places.ts';
import { describedFromSchema, lifecycleOf, textOf, textsOf, versionOf } from './described-from-schema.ts';
import { EventNames } from './event-names.ts';
import { followReference } from './follow-reference.ts';
import { ImportError } from './import-error.ts';
import type { Imported, ImportNote, ImportOptions, SourceFile } from './imported.ts';
import { selfContained } from './self-contained.ts';
import { at, readDocument, type SourceDocument } from './source-document.ts';
import { printModule } from './zod/print-module.ts';

/** A message with the name under which it was found, and where it stands. */
interface Message {
  readonly key: string;
  readonly pointer: string;
  readonly content: Readonly<Record<string, unknown>>;
}

/**
 * Makes contracts of the messages of an AsyncAPI document (2.x or 3.x, JSON or YAML): of those in channels, and of those that are
 * only components. A message that stands in several channels is one contract.
 *
 * @param path What the document is called in notes, and what its references to other files start from.
 * @throws ImportError where the text is no AsyncAPI document of a version that is known.
 * @example
 * const { contracts, module, notes } = importAsyncApi(text, { domain: 'cart' });
 */
export function importAsyncApi(text: string, options: ImportOptions = {}, path = 'asyncapi.yaml'): Imported {
  const document = readDocument({ path, text }, 'draft-07');
  const { content } = document;
  const version = isPlainObject(content) ? textOf(content['asyncapi']) : undefined;
  if (!isPlainObject(content) || !/^[23]\.\d/.test(version ?? ''))
    throw new ImportError(path, version ? `AsyncAPI ${version} is not known.` : 'it is no AsyncAPI document.');
  const notes: ImportNote[] = [];
  const names = new EventNames(options, notes);
  const title = textOf(at(content, ['info', 'title'])) ?? 'imported';
  const known = new Map<string, string>();
  const contracts = messagesIn(document).flatMap((message) => {
    const event = textOf(message.content['x-event']);
    const type = (event !== undefined && known.get(event)) || names.take(nameOf(message), title);
    if (event !== undefined) known.set(event, type);
    const payload = payloadOf(message, type, document, notes);
    return payload === undefined ? [] : [describedFromSchema(payload, { type, ...toldBy(message, options) })];
  });
  return { contracts, ...printModule(contracts, notes) };
}

/**
 * Whether a file is an AsyncAPI document of any version, rather than a schema.
 *
 * @throws ImportError where it is neither JSON nor YAML.
 */
export function isAsyncApi(file: SourceFile): boolean {
  const { content } = readDocument(file);
  return isPlainObject(content) && Object.hasOwn(content, 'asyncapi');
}

/** Every message once, wherever it is referred to. */
function messagesIn(document: SourceDocument): Message[] {
  const { content } = document;
  const channels = entriesAt(content, ['channels']).flatMap(([name]) => messagePointers(content, name));
  const components = entriesAt(content, ['components', 'messages']).map(([key]) => pointerOf('components', 'messages', key));
  const found = new Map<string, Message>();
  for (const pointer of [...channels, ...components].flatMap((start) => resolved(start, document))) {
    const message = at(content, segmentsOf(pointer));
    const key = segmentsOf(pointer).at(-1)!;
    if (isPlainObject(message)) found.set(pointer, { key: keyOf(key, pointer), pointer, content: message });
  }
  return [...found.values()];
}

/** Version 3 names messages in a channel; version 2 has them at what is published and subscribed to. */
function messagePointers(content: unknown, channel: string): string[] {
  const named = entriesAt(content, ['channels', channel, 'messages']).map(([key]) =>
    pointerOf('channels', channel, 'messages', key),
  );
  const operations = ['publish', 'subscribe'].filter((verb) =>
    isPlainObject(at(content, ['channels', channel, verb, 'message'])),
  );
  return [...named, ...operations.map((verb) => pointerOf('channels', channel, verb, 'message'))];
}

/** Where a message really stands, after all references; each of several that one place may have. */
function resolved(pointer: string, document: SourceDocument, depth = 0): string[] {
  const message = at(document.content, segmentsOf(pointer));
  if (!isPlainObject(message) || depth > 20) return [];
  const reference = textOf(message['$ref']);
  if (reference !== undefined) {
    const target = followReference(reference, document, [document]);
    return target ? resolved(target.pointer, document, depth + 1) : [];
  }
  const forms = message['oneOf'];
  if (!Array.isArray(forms)) return [pointer];
  return forms.flatMap((_, index) => resolved(`${pointer}/oneOf/${index}`, document, depth + 1));
}

/** The channel names what has no name of its own. */
function keyOf(key: string, pointer: string): string {
  const [first, channel] = segmentsOf(pointer);
  return first === 'channels' && /^(message|\d+)$/.test(key) ? channel! : key;
}

function nameOf({ content, key }: Message): string {
  return textOf(content['x-event']) ?? textOf(content['name']) ?? textOf(content['messageId']) ?? key;
}

function payloadOf({ content, pointer }: Message, type: string, document: SourceDocument, notes: ImportNote[]) {
  const { payload, schemaFormat } = content;
  const isWrapped = isPlainObject(payload) && 'schemaFormat' in payload;
  const format = textOf(isWrapped ? payload['schemaFormat'] : schemaFormat) ?? '';
  if (format !== '' && !/asyncapi|schema\+(json|yaml)/.test(format)) {
    notes.push({ contract: type, path: pointer, message: `Its payload is described as ${format}: it is left out.` });
    return undefined;
  }
  if (payload === undefined) notes.push({ contract: type, path: pointer, message: 'It has no payload: any is admitted.' });
  const schema = isWrapped ? payload['schema'] : (payload ?? true);
  const dialect = /2020-12/.test(format) ? '2020-12' : document.dialect;
  const place = {
    document: { ...document, dialect } as SourceDocument,
    pointer: `${pointer}/payload${isWrapped ? '/schema' : ''}`,
    schema,
  };
  const { schema: payloadSchema, misunderstood } = selfContained(place, [document]);
  notes.push(...misunderstood.map((note) => ({ contract: type, ...note })));
  return payloadSchema;
}

function toldBy({ content }: Message, options: ImportOptions) {
  const examples = Array.isArray(content['examples'])
    ? content['examples'].filter((one) => isPlainObject(one) && 'payload' in one)
    : [];
  const tags = Array.isArray(content['tags']) ? content['tags'].map((tag) => (isPlainObject(tag) ? tag['name'] : undefined)) : [];
  const headers = at(content, ['headers', 'properties', 'dataversion', 'const']);
  return {
    version: versionOf(content['x-version']) ?? versionOf(headers) ?? 1,
    owner: textOf(content['x-owner']) ?? options.owner,
    summary: textOf(content['summary']) ?? textOf(content['title']) ?? textOf(content['description']),
    tags: textsOf(tags),
    examples: examples.map((one: Readonly<Record<string, unknown>>) => one['payload']),
    lifecycle: lifecycleOf(content['x-lifecycle']),
  };
}

function entriesAt(content: unknown, segments: readonly string[]): [string, unknown][] {
  const value = at(content, segments);
  return isPlainObject(value) ? Object.entries(value) : [];
}

function pointerOf(...segments: readonly string[]): string {
  return ['#', ...segments.map((segment) => encodeURIComponent(escapeSegment(segment)))].join('/');
}
