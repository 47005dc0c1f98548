import { describeField } from '../../compare/sentences/describe-field.ts';
import type { DescribedContract } from '../../contracts/described-contract.ts';
import { pointerTo } from '../../json-schema/json-pointer.ts';
import { isPlainObject } from '../../json-schema/keyword-places.ts';
import { named } from '../contract-case.ts';
import { type Finding, finding } from '../finding.ts';

/** How many fields a sentence names. */
const told = 5;

/** One finding for all fields of a contract that say nothing about themselves. */
export function undescribedFields({ type, version, output }: DescribedContract): Finding[] {
  const names = [...new Set(pathsIn(output, '#').map(describeField))];
  if (names.length === 0) return [];
  const more = names.length > told ? ` and ${names.length - told} more` : '';
  const listed = names.slice(0, told).join(', ');
  const message = `${named(type, version)} has fields without a description: ${listed}${more}.`;
  return [
    finding('field-undescribed', {
      contract: type,
      version,
      message,
      advice: "Describe each with .describe('…'), for the catalogue.",
    }),
  ];
}

/** The paths of all properties below a part of a schema that have no description, the part itself left out. */
function pathsIn(part: unknown, path: string): string[] {
  if (Array.isArray(part)) return part.flatMap((item, index) => pathsIn(item, `${path}/${index}`));
  if (!isPlainObject(part)) return [];
  const { properties, ...rest } = part;
  const own = Object.entries(isPlainObject(properties) ? properties : {}).flatMap(([name, property]) => {
    const place = pointerTo(`${path}/properties`, name);
    const isDescribed = isPlainObject(property) && typeof property['description'] === 'string';
    return [...(isDescribed ? [] : [place]), ...pathsIn(property, place)];
  });
  const data = new Set(['const', 'enum', 'default', 'examples']);
  return [...own, ...Object.entries(rest).flatMap(([name, below]) => (data.has(name) ? [] : pathsIn(below, `${path}/${name}`)))];
}
