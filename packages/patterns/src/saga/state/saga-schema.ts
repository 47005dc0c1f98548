import type { StandardSchemaV1 } from '@standard-schema/spec';

/** A Standard Schema made by hand, so that pages need no validator: an object that says which instance of which saga it is about. */
export function sagaSchema<Payload>(): StandardSchemaV1<Payload, Payload> {
  return { '~standard': { version: 1, vendor: 'busbar', validate } };

  function validate(value: unknown): StandardSchemaV1.Result<Payload> {
    const fields = value as Record<string, unknown> | null;
    const issues = Object.entries({ saga: 'string', version: 'number', id: 'string' })
      .filter(([name, expected]) => typeof fields?.[name] !== expected)
      .map(([name, expected]) => ({ path: [name], message: `Expected ${expected}` }));
    return issues.length > 0 ? { issues } : { value: value as Payload };
  }
}
