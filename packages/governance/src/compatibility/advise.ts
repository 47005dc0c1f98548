import type { Difference } from '../compare/difference.ts';
import { describeField } from '../compare/sentences/describe-field.ts';
import type { Direction } from './compatibility-mode.ts';

type Advice = (field: string) => string;

/** What to do about differences of a kind: where the new version reads the old one, and where the old one reads the new. */
const advices: readonly { readonly types: RegExp; readonly backward: Advice; readonly forward: Advice }[] = [
  {
    types: /^REQUIRED_/,
    backward: (field) => `Make ${field} optional, or give it a default.`,
    forward: (field) => `Keep ${field} in what is published as long as somebody reads the older version.`,
  },
  {
    types: /(PROPERTY|ITEM)_REMOVED|ADDITIONAL_(PROPERTIES|ITEMS)_REMOVED/,
    backward: (field) => `Keep ${field}, as an optional field that nobody needs, or take fields that are not known.`,
    forward: (field) =>
      `Leave ${field} out of what is published, or let readers of the older version take fields that they do not know.`,
  },
  {
    types: /PROPERTY_ADDED|PROPERTY_WITH/,
    backward: (field) => `Take in ${field} whatever older emitters may send: their schema does not say what it is.`,
    forward: (field) => `Keep ${field} in the schema, so that nothing else is published under its name.`,
  },
  {
    types: /ENUM|CONST/,
    backward: (field) => `Keep accepting the values of ${field} that are published today.`,
    forward: (field) => `Publish no value of ${field} that readers of the older version do not know.`,
  },
  {
    types: /COMBINED|SUM_TYPE|PRODUCT_TYPE|NOT_TYPE/,
    backward: (field) => `Keep accepting every alternative of ${field} that is published today.`,
    forward: (field) => `Publish only alternatives of ${field} that readers of the older version know.`,
  },
  {
    types: /NOT_PROVEN/,
    backward: (field) => `Say in plainer words of JSON Schema what ${field} may be, so that it can be proven.`,
    forward: (field) => `Say in plainer words of JSON Schema what ${field} may be, so that it can be proven.`,
  },
  {
    types: /TYPE/,
    backward: (field) => `Keep the type of ${field}, and add another field beside it.`,
    forward: (field) => `Keep the type of ${field}, and add another field beside it.`,
  },
  {
    types: /RULE/,
    backward: () => 'Check by the new rule only what is published from now on, where the older version is cast to this one.',
    forward: () => 'Keep the rule as long as somebody reads the older version.',
  },
];

const otherwise: Record<Direction, Advice> = {
  backward: (field) => `Keep accepting in ${field} all that older emitters publish.`,
  forward: (field) => `Publish in ${field} only what readers of the older version accept.`,
};

/** What to do instead of a breaking change: one sentence for each kind of difference, two at the most, and the way out. */
export function advise(differences: readonly Difference[], direction: Direction, older: number): string {
  const sentences = differences.map(({ type, path }) => {
    const { [direction]: advice } = advices.find(({ types }) => types.test(type)) ?? otherwise;
    return advice(describeField(path));
  });
  const wayOut =
    direction === 'backward'
      ? `Or write an upcast from version ${older}, or begin a new major lane.`
      : `Or write a downcast to version ${older}, or begin a new major lane.`;
  return [...new Set(sentences)].slice(0, 2).concat(wayOut).join(' ');
}
