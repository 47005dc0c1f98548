import type { ComparisonPolicy } from './difference.ts';

/**
 * How `strict` and `lenient` take a difference.
 *
 * - `compatible`, `breaking`: both the same.
 * - `strict`: breaks `strict`; `lenient` tolerates it, although a value may fail.
 * - `tolerated`: both accept it, although a value may fail: they count on readers that fill in defaults.
 * - `unchecked`: both never look at the keyword.
 */
type Ruling = 'compatible' | 'breaking' | 'strict' | 'tolerated' | 'unchecked';

/** All differences but those of bounds and of keywords that the rules never look at, with the ruling of each. */
const rulings = {
  ID_CHANGED: 'compatible',
  TITLE_CHANGED: 'compatible',
  DESCRIPTION_CHANGED: 'compatible',
  DEFAULT_CHANGED: 'compatible',

  SCHEMA_ADDED: 'breaking',
  SCHEMA_REMOVED: 'compatible',
  TYPE_EXTENDED: 'compatible',
  TYPE_NARROWED: 'breaking',
  TYPE_CHANGED: 'breaking',
  ENUM_ARRAY_EXTENDED: 'compatible',
  ENUM_ARRAY_NARROWED: 'breaking',
  ENUM_ARRAY_CHANGED: 'breaking',

  COMBINED_TYPE_EXTENDED: 'compatible',
  COMBINED_TYPE_CHANGED: 'breaking',
  COMBINED_TYPE_SUBSCHEMAS_CHANGED: 'breaking',
  PRODUCT_TYPE_EXTENDED: 'breaking',
  PRODUCT_TYPE_NARROWED: 'compatible',
  SUM_TYPE_EXTENDED: 'compatible',
  SUM_TYPE_NARROWED: 'breaking',
  NOT_TYPE_EXTENDED: 'breaking',
  NOT_TYPE_NARROWED: 'compatible',

  PATTERN_ADDED: 'breaking',
  PATTERN_REMOVED: 'compatible',
  PATTERN_CHANGED: 'breaking',
  MULTIPLE_OF_ADDED: 'breaking',
  MULTIPLE_OF_REMOVED: 'compatible',
  MULTIPLE_OF_EXPANDED: 'breaking',
  MULTIPLE_OF_REDUCED: 'compatible',
  MULTIPLE_OF_CHANGED: 'breaking',

  REQUIRED_ATTRIBUTE_ADDED: 'breaking',
  REQUIRED_ATTRIBUTE_WITH_DEFAULT_ADDED: 'tolerated',
  REQUIRED_ATTRIBUTE_REMOVED: 'compatible',
  ADDITIONAL_PROPERTIES_ADDED: 'compatible',
  ADDITIONAL_PROPERTIES_REMOVED: 'strict',
  ADDITIONAL_PROPERTIES_EXTENDED: 'compatible',
  ADDITIONAL_PROPERTIES_NARROWED: 'strict',
  DEPENDENCY_ARRAY_ADDED: 'breaking',
  DEPENDENCY_ARRAY_REMOVED: 'compatible',
  DEPENDENCY_ARRAY_EXTENDED: 'breaking',
  DEPENDENCY_ARRAY_NARROWED: 'compatible',
  DEPENDENCY_ARRAY_CHANGED: 'breaking',
  DEPENDENCY_SCHEMA_ADDED: 'breaking',
  DEPENDENCY_SCHEMA_REMOVED: 'compatible',

  PROPERTY_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: 'compatible',
  OPTIONAL_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: 'strict',
  REQUIRED_PROPERTY_ADDED_TO_OPEN_CONTENT_MODEL: 'breaking',
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_OPEN_CONTENT_MODEL: 'strict',
  OPTIONAL_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: 'compatible',
  REQUIRED_PROPERTY_ADDED_TO_UNOPEN_CONTENT_MODEL: 'breaking',
  REQUIRED_PROPERTY_WITH_DEFAULT_ADDED_TO_UNOPEN_CONTENT_MODEL: 'tolerated',
  PROPERTY_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'compatible',
  PROPERTY_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'strict',
  PROPERTY_REMOVED_FROM_OPEN_CONTENT_MODEL: 'compatible',
  PROPERTY_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: 'compatible',
  PROPERTY_REMOVED_FROM_CLOSED_CONTENT_MODEL: 'strict',
  PROPERTY_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'compatible',
  PROPERTY_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'strict',

  UNIQUE_ITEMS_ADDED: 'breaking',
  UNIQUE_ITEMS_REMOVED: 'compatible',
  ADDITIONAL_ITEMS_ADDED: 'compatible',
  ADDITIONAL_ITEMS_REMOVED: 'breaking',
  ADDITIONAL_ITEMS_EXTENDED: 'compatible',
  ADDITIONAL_ITEMS_NARROWED: 'breaking',
  ITEM_WITH_EMPTY_SCHEMA_ADDED_TO_OPEN_CONTENT_MODEL: 'compatible',
  ITEM_ADDED_TO_OPEN_CONTENT_MODEL: 'breaking',
  ITEM_ADDED_TO_CLOSED_CONTENT_MODEL: 'compatible',
  ITEM_ADDED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'compatible',
  ITEM_ADDED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'breaking',
  ITEM_REMOVED_FROM_OPEN_CONTENT_MODEL: 'compatible',
  ITEM_WITH_FALSE_REMOVED_FROM_CLOSED_CONTENT_MODEL: 'compatible',
  ITEM_REMOVED_FROM_CLOSED_CONTENT_MODEL: 'breaking',
  ITEM_REMOVED_IS_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'compatible',
  ITEM_REMOVED_NOT_COVERED_BY_PARTIALLY_OPEN_CONTENT_MODEL: 'breaking',

  NOT_PROVEN: 'breaking',

  UNEVALUATED_PROPERTIES_CHANGED: 'unchecked',
  UNEVALUATED_ITEMS_CHANGED: 'unchecked',
  RULE_ADDED: 'unchecked',
  RULE_REMOVED: 'unchecked',
} as const satisfies Readonly<Record<string, Ruling>>;

const upperBounds = ['MAX_LENGTH', 'MAXIMUM', 'EXCLUSIVE_MAXIMUM', 'MAX_PROPERTIES', 'MAX_ITEMS', 'MAX_CONTAINS'] as const;
const lowerBounds = ['MIN_LENGTH', 'MINIMUM', 'EXCLUSIVE_MINIMUM', 'MIN_PROPERTIES', 'MIN_ITEMS', 'MIN_CONTAINS'] as const;
const ofUpperBound = { ADDED: 'breaking', REMOVED: 'compatible', INCREASED: 'compatible', DECREASED: 'breaking' } as const;
const ofLowerBound = { ADDED: 'breaking', REMOVED: 'compatible', INCREASED: 'breaking', DECREASED: 'compatible' } as const;

/** Keywords that the rules never look at. */
const unseenKeywords = [
  'FORMAT',
  'CONTENT_ENCODING',
  'CONTENT_MEDIA_TYPE',
  'PATTERN_PROPERTY',
  'PROPERTY_NAMES',
  'CONTAINS',
  'CONDITION',
] as const;
const ofUnseen = { ADDED: 'unchecked', REMOVED: 'unchecked', CHANGED: 'unchecked' } as const;

/** A bound, as the names of its differences begin. */
export type BoundName = (typeof upperBounds)[number] | (typeof lowerBounds)[number];
/** A keyword that `strict` and `lenient` never look at, as the names of its differences begin. */
export type UnseenKeyword = (typeof unseenKeywords)[number];

/** What can be different, in the terms of Confluent's Schema Registry, and in like terms for what it does not look at. */
export type DifferenceType =
  | keyof typeof rulings
  | `${BoundName}_${keyof typeof ofUpperBound}`
  | `${UnseenKeyword}_${keyof typeof ofUnseen}`;

/** Every difference that there is, with how `strict` and `lenient` take it. */
export const differenceTypes = {
  ...rulings,
  ...family(upperBounds, ofUpperBound),
  ...family(lowerBounds, ofLowerBound),
  ...family(unseenKeywords, ofUnseen),
} as Readonly<Record<DifferenceType, Ruling>>;

function family(names: readonly string[], endings: Readonly<Record<string, Ruling>>): Record<string, Ruling> {
  const members = names.flatMap((name) =>
    Object.entries(endings).map(([ending, ruling]) => [`${name}_${ending}`, ruling] as const),
  );
  return Object.fromEntries(members);
}

/** Whether the policy takes a difference of this type for a breaking change. */
export function isBreaking(type: DifferenceType, policy: ComparisonPolicy): boolean {
  const ruling = differenceTypes[type];
  return ruling === 'breaking' || (ruling === 'strict' && policy !== 'lenient');
}

/** How the policy marks a difference of this type, if at all. */
export function classOf(type: DifferenceType, policy: ComparisonPolicy): 'unchecked' | 'tolerated' | undefined {
  const ruling = differenceTypes[type];
  if (ruling === 'unchecked') return 'unchecked';
  return ruling === 'tolerated' || (ruling === 'strict' && policy === 'lenient') ? 'tolerated' : undefined;
}
