import type { JsonSchema } from '../../json-schema/json-schema.ts';
import { type PublicCase, readVector } from './public-case.test.fixture.ts';

interface ApicurioCase {
  readonly id: string;
  readonly original: JsonSchema;
  readonly updated: JsonSchema;
  readonly compatibility: 'backward' | 'both' | 'none';
}

/** The JSON Schema cases of Apicurio Registry, each in both directions. */
export function apicurioCases(): PublicCase[] {
  const text = readVector('apicurio/jsonschema-compatibility-test-data.json');
  const { tests } = JSON.parse(text) as { tests: readonly ApicurioCase[] };
  return tests.flatMap(({ id, original, updated, compatibility }, index) => {
    const name = tests.findIndex((other) => other.id === id) === index ? id : `${id} (${index})`;
    return [
      { name, original, updated, compatible: compatibility !== 'none' },
      { name: `${name}, forward`, original: updated, updated: original, compatible: compatibility === 'both' },
    ];
  });
}
