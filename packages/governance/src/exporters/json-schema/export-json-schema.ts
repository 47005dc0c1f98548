import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { extensionsOf } from '../contract-facts.ts';
import type { Export, ExportNote } from '../export.ts';
import { contractsOf, type ExportedContract, type ExportSource, noteOn } from '../exported-contract.ts';
import { fileNames } from '../file-names.ts';
import { generalNotes } from '../general-notes.ts';
import { toDraft07 } from './to-draft-07.ts';
import { withFieldTags } from './with-field-tags.ts';

export interface JsonSchemaOptions {
  /** Default `2020-12`. */
  readonly draft?: '2020-12' | 'draft-07';
  /** What is described: the payload as it is published (`output`, the default), or as emitters may give it. */
  readonly side?: 'output' | 'input';
  /** What the `$id` of each schema begins with; the name of its file follows. Default: `urn:busbar:` and the event's name and version. */
  readonly baseUri?: string;
}

const dialects = {
  '2020-12': 'https://json-schema.org/draft/2020-12/schema',
  'draft-07': 'http://json-schema.org/draft-07/schema#',
} as const;

/**
 * Writes one JSON Schema for each version of each contract. Owner, tags, rules and the rest are extensions (`x-owner`), those of
 * fields stand at the field.
 *
 * @example
 * const { files, notes } = exportJsonSchema(lock, { draft: 'draft-07' });
 */
export function exportJsonSchema(source: ExportSource, options: JsonSchemaOptions = {}): Export {
  const names = fileNames(contractsOf(source));
  const notes: ExportNote[] = [];
  const files = [...names].map(([contract, name]) => {
    const path = `${name}.schema.json`;
    return { path, text: `${JSON.stringify(documentOf(contract, path, options, notes), undefined, 2)}\n` };
  });
  return { files, notes };
}

function documentOf(contract: ExportedContract, path: string, options: JsonSchemaOptions, notes: ExportNote[]): object {
  const { draft = '2020-12', side = 'output', baseUri } = options;
  const payload = payloadSchema(contract, draft, side);
  notes.push(...generalNotes(contract), ...payload.notes);
  const body = isPlainObject(payload.schema) ? payload.schema : { allOf: [payload.schema] };
  const { $schema: _, $id: __, title, description, ...keywords } = body;
  const { 'x-summary': summary, ...extensions } = extensionsOf(contract);
  return {
    $schema: dialects[draft],
    $id: baseUri === undefined ? `urn:busbar:${encodeURI(contract.type)}:${contract.version}` : baseUri + path,
    title: title ?? contract.type,
    ...((description ?? summary) !== undefined && { description: description ?? summary }),
    ...(typeof contract.lifecycle !== 'string' && { deprecated: true }),
    ...extensions,
    ...keywords,
    ...(contract.examples?.length && { examples: contract.examples }),
  };
}

/** The schema of one side of a contract in a draft, with the tags of its fields, and what the draft cannot say. */
export function payloadSchema(
  contract: ExportedContract,
  draft: '2020-12' | 'draft-07',
  side: 'output' | 'input',
): { readonly schema: JsonSchema; readonly notes: readonly ExportNote[] } {
  const tagged = withFieldTags(contract[side], contract.fieldTags);
  const { schema, losses } = draft === 'draft-07' ? toDraft07(tagged.schema) : { schema: tagged.schema, losses: [] };
  const notes = [
    ...tagged.missing.map((place) => noteOn(contract, place, `The schema has no such place: its tags are not carried.`)),
    ...losses.map(({ path, message }) => noteOn(contract, path, message)),
    ...unknownTypes(schema, '#').map(([path, type]) =>
      noteOn(contract, path, `JSON has no ${type}: any value is admitted here.`),
    ),
  ];
  return { schema, notes };
}

/** Places whose values JSON Schema has no word for. */
function unknownTypes(schema: unknown, path: string): [string, string][] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = isPlainObject(schema) && typeof schema['x-type'] === 'string' ? [[path, schema['x-type']] as [string, string]] : [];
  return [...own, ...Object.entries(schema).flatMap(([name, value]) => unknownTypes(value, `${path}/${name}`))];
}
