import { unescaped } from '../../json-schema/json-pointer.ts';
import type { DifferenceType } from '../difference-types.ts';
import { describeField } from './describe-field.ts';

/** What a sentence is made of. */
export interface DifferenceFacts {
  readonly type: DifferenceType;
  readonly path: string;
  /** What the writer's schema has there: a bound, a list of names, a type. */
  readonly original?: unknown;
  readonly updated?: unknown;
}

interface Words {
  readonly field: string;
  readonly original: string;
  readonly updated: string;
  /** The last step of the path: a pattern, the property that others depend on. */
  readonly name: string;
}

/** One sentence: what the writer (the original schema) may send, and what the reader (the updated schema) takes. */
export function describeDifference({ type, path, original, updated }: DifferenceFacts): string {
  const name = unescaped(path.slice(path.lastIndexOf('/') + 1));
  const words = { field: describeField(path), original: show(original), updated: show(updated), name };
  const own = sentences[type];
  const sentence = own ? own(words) : demanded(type, words);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

function show(value: unknown): string {
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item) => shorten(JSON.stringify(item))).join(', ');
  return value === undefined ? 'none' : shorten(JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** What a keyword demands of a value, by how the names of its differences begin. */
const demands: Readonly<Record<string, (value: string, name: string) => string>> = {
  MAX_LENGTH: (value) => `at most ${value} characters`,
  MIN_LENGTH: (value) => `at least ${value} characters`,
  MAXIMUM: (value) => `at most ${value}`,
  MINIMUM: (value) => `at least ${value}`,
  EXCLUSIVE_MAXIMUM: (value) => `less than ${value}`,
  EXCLUSIVE_MINIMUM: (value) => `more than ${value}`,
  MULTIPLE_OF: (value) => `a multiple of ${value}`,
  PATTERN: (value) => `text that matches /${value}/`,
  FORMAT: (value) => `the format ${value}`,
  CONTENT_ENCODING: (value) => `the encoding ${value}`,
  CONTENT_MEDIA_TYPE: (value) => `the media type ${value}`,
  MAX_PROPERTIES: (value) => `at most ${value} fields`,
  MIN_PROPERTIES: (value) => `at least ${value} fields`,
  MAX_ITEMS: (value) => `at most ${value} items`,
  MIN_ITEMS: (value) => `at least ${value} items`,
  MAX_CONTAINS: (value) => `at most ${value} items of the kind in \`contains\``,
  MIN_CONTAINS: (value) => `at least ${value} items of the kind in \`contains\``,
  UNIQUE_ITEMS: () => 'no item twice',
  CONTAINS: () => 'an item of the kind in `contains`',
  CONDITION: () => 'what `if`, `then` and `else` say',
  PROPERTY_NAMES: () => 'names as `propertyNames` says',
  PATTERN_PROPERTY: () => 'a certain schema',
  DEPENDENCY_ARRAY: (value, name) => `${value} wherever "${name}" is there`,
  DEPENDENCY_SCHEMA: (_, name) => `a certain schema wherever "${name}" is there`,
  SCHEMA: () => 'a certain schema for every item',
  RULE: (value) => `the rule ${value}`,
};

function demanded(type: DifferenceType, { field, original, updated, name }: Words): string {
  const cut = type.lastIndexOf('_');
  const demand = demands[type.slice(0, cut)] ?? (() => 'something else');
  const wanted = demand(updated, name);
  const promised = demand(original, name);
  if (type.endsWith('_ADDED')) return `the reader wants ${wanted} in ${field}, which the writer does not promise.`;
  if (type.endsWith('_REMOVED')) return `the writer promises ${promised} in ${field}, which the reader does not ask for.`;
  if (promised === wanted) return `the writer and the reader differ in ${wanted} in ${field}.`;
  return `the writer promises ${promised} in ${field}, the reader wants ${wanted}.`;
}

const undeclared = ({ field }: Words) =>
  `the reader has a schema for ${field}, under which the writer, whose schema does not name it, may send anything.`;
const unread = ({ field }: Words) => `the writer may send ${field}, which the reader does not name and does not look at.`;
const isCovered = ({ field }: Words) => `${field} is named by one side only, and what the other says of unnamed fields fits.`;
const notCovered = ({ field }: Words) =>
  `${field} is named by one side only, and what the other says of unnamed fields does not fit.`;

const sentences: Partial<Record<DifferenceType, (words: Words) => string>> = {
  ID_CHANGED: (w) => `the writer and the reader identify ${w.field} differently.`,
  TITLE_CHANGED: (w) => `the writer and the reader call ${w.field} differently.`,
  DESCRIPTION_CHANGED: (w) => `the writer and the reader describe ${w.field} differently.`,
  DEFAULT_CHANGED: (w) => `the default of ${w.field} is ${w.original} with the writer and ${w.updated} with the reader.`,
  TYPE_EXTENDED: (w) => `the writer sends ${w.original} in ${w.field}, and the reader takes ${w.updated}.`,
  TYPE_NARROWED: (w) => `the writer may send ${w.original} in ${w.field}, and the reader takes ${w.updated} only.`,
  TYPE_CHANGED: (w) => `the writer sends ${w.original} in ${w.field}, where the reader expects ${w.updated}.`,
  ENUM_ARRAY_EXTENDED: (w) => `the reader also knows ${w.updated} in ${w.field}, which the writer never sends.`,
  ENUM_ARRAY_NARROWED: (w) => `the writer may send ${w.original} in ${w.field}, which the reader does not know.`,
  ENUM_ARRAY_CHANGED: (w) => `the writer may send ${w.original} in ${w.field}, and the reader knows ${w.updated} instead.`,
  COMBINED_TYPE_EXTENDED: (w) =>
    `the schemas of ${w.field} are combined by ${w.original} with the writer and by ${w.updated} with the reader, which takes as much.`,
  COMBINED_TYPE_CHANGED: (w) =>
    `the schemas of ${w.field} are combined by ${w.original} with the writer and by ${w.updated} with the reader.`,
  COMBINED_TYPE_SUBSCHEMAS_CHANGED: (w) =>
    `not every schema that is combined for ${w.field} has a counterpart that takes as much${w.original === '' ? '' : `: the writer's ${w.original} has none`}.`,
  PRODUCT_TYPE_EXTENDED: (w) =>
    `${w.field} has to satisfy ${w.original} schemas at once with the writer and ${w.updated} with the reader.`,
  PRODUCT_TYPE_NARROWED: (w) =>
    `${w.field} has to satisfy ${w.original} schemas at once with the writer and only ${w.updated} with the reader.`,
  SUM_TYPE_EXTENDED: (w) => `the writer has ${w.original} alternatives for ${w.field}, the reader knows ${w.updated}.`,
  SUM_TYPE_NARROWED: (w) => `the writer has ${w.original} alternatives for ${w.field}, and the reader knows ${w.updated} only.`,
  NOT_TYPE_NARROWED: (w) => `the reader excludes less from ${w.field} than the writer does.`,
  NOT_TYPE_EXTENDED: (w) => `the reader excludes from ${w.field} what the writer may send.`,
  REQUIRED_ATTRIBUTE_ADDED: (w) => `the reader requires ${w.field}, and the writer may leave it out.`,
  REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED: (w) =>
    `the writer may leave out ${w.field}, which the reader requires; it has a default that the reader has to fill in.`,
  REQUIRED_ATTRIBUTE_REMOVED: (w) => `the writer always sends ${w.field}, which the reader does not require.`,
  ADDITIONAL_PROPERTIES_ADDED: (w) => `the reader lets fields through that ${w.field} does not name, and the writer sends none.`,
  ADDITIONAL_PROPERTIES_REMOVED: (w) => `the writer may send fields that ${w.field} does not name, and the reader refuses them.`,
  ADDITIONAL_PROPERTIES_EXTENDED: (w) =>
    `the reader takes anything in fields that ${w.field} does not name; the writer holds them to a schema.`,
  ADDITIONAL_PROPERTIES_NARROWED: (w) =>
    `the writer may send anything in fields that ${w.field} does not name; the reader holds them to a schema.`,
  PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: (w) => `the reader names ${w.field} and takes anything there.`,
  OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: undeclared,
  REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: (w) => `the reader requires ${w.field}, which the writer does not name.`,
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL: undeclared,
  OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: (w) =>
    `the reader knows ${w.field} and does not require it; the writer's schema does not name it.`,
  REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: (w) => `the reader requires ${w.field}, which the writer does not send.`,
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL: (w) =>
    `the reader requires ${w.field}, which the writer does not send; it has a default that the reader has to fill in.`,
  PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: isCovered,
  PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: notCovered,
  PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL: unread,
  PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: (w) => `neither the writer nor the reader has ${w.field}.`,
  PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL: (w) =>
    `the writer may send ${w.field}, and the reader refuses fields that it does not name.`,
  PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: isCovered,
  PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: notCovered,
  ADDITIONAL_ITEMS_ADDED: (w) => `the reader lets further items of ${w.field} through, and the writer sends none.`,
  ADDITIONAL_ITEMS_REMOVED: (w) => `the writer may send further items of ${w.field}, and the reader refuses them.`,
  ADDITIONAL_ITEMS_EXTENDED: (w) => `the reader takes any further items of ${w.field}; the writer holds them to a schema.`,
  ADDITIONAL_ITEMS_NARROWED: (w) => `the writer may send any further items of ${w.field}; the reader holds them to a schema.`,
  ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: (w) => `the reader names ${w.field} and takes anything there.`,
  ITEM_ADDED_TO_OPEN_CONTENT_MODEL: undeclared,
  ITEM_ADDED_TO_CLOSED_CONTENT_MODEL: (w) => `the reader knows ${w.field}, which the writer does not send.`,
  ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: isCovered,
  ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: notCovered,
  ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL: unread,
  ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: (w) => `neither the writer nor the reader has ${w.field}.`,
  ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL: (w) =>
    `the writer may send ${w.field}, and the reader refuses items that it does not name.`,
  ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: isCovered,
  ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: notCovered,
  NOT_PROVEN: (w) => `nobody could prove that the reader takes whatever the writer may send in ${w.field}.`,
  UNEVALUATED_PROPERTIES_CHANGED: (w) =>
    `which fields of ${w.field} count as evaluated depends on all its schemas, which are not looked into.`,
  UNEVALUATED_ITEMS_CHANGED: (w) =>
    `which items of ${w.field} count as evaluated depends on all its schemas, which are not looked into.`,
};
