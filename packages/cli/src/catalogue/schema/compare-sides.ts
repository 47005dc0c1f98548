import { placeWords } from '@busbar/governance/lock';
import { listFields } from './list-fields.ts';
import type { SchemaField } from './schema-field.ts';

/** Where what emitters may give is not what listeners get. */
export interface SideDifference {
  readonly name: string;
  readonly sentence: string;
}

/** Compares the trees of what is given and of what is published, field by field. */
export function compareSides(input: SchemaField, output: SchemaField): SideDifference[] {
  const given = new Map(listFields(input).map((field) => [keyOf(field), field]));
  const published = new Map(listFields(output).map((field) => [keyOf(field), field]));
  const inBoth = [...published].flatMap(([key, field]) => sentenceOf(given.get(key), field));
  const lost = [...given].filter(([key]) => !published.has(key)).map(([, field]) => field);
  return [...inBoth, ...lost.map((field) => ({ name: nameOf(field), sentence: 'is taken, and not passed on.' }))];
}

function sentenceOf(given: SchemaField | undefined, published: SchemaField): SideDifference[] {
  const name = nameOf(published);
  if (!given) return [{ name, sentence: 'is added: emitters do not give it.' }];
  if (given.required === false && published.required) {
    const filled = given.default ? `; the bus fills in ${JSON.stringify(given.default[0])}` : '';
    return [{ name, sentence: `may be left out by emitters${filled}. Listeners always get it.` }];
  }
  const [from, to] = [given.shape.words, published.shape.words];
  return from === to ? [] : [{ name, sentence: `is ${from} when given, ${to} when heard.` }];
}

function keyOf({ place, name }: SchemaField): string {
  return JSON.stringify([place, name]);
}

function nameOf({ place, name }: SchemaField): string {
  return placeWords(place) || name;
}
