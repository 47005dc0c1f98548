import { inDevelopment } from './development.ts';

/** A Standard Schema, made by hand so that the package brings no validator along. */
interface FieldsSchema<Payload> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'busbar';
    readonly types?: { readonly input: Payload; readonly output: Payload };
    validate(value: unknown): { value: Payload } | { issues: { path: string[]; message: string }[] };
  };
}

/** Whether something is a list of texts. */
export const isTexts = (value: unknown): boolean => Array.isArray(value) && value.every((each) => typeof each === 'string');

/**
 * The schema of objects whose fields are texts, or lists of them, as in the example. Without one it takes anything: this
 * package alone emits the events, so the production build brings no examples along.
 */
export function fields<Payload extends object>(example: Payload | false): FieldsSchema<Payload> {
  const validate = (value: unknown) => {
    if (inDevelopment && example) {
      const issues = issuesOf(example, value);
      if (issues[0]) return { issues };
    }
    return { value: value as Payload };
  };
  return { '~standard': { version: 1, vendor: 'busbar', validate } };
}

function issuesOf(example: object, value: unknown) {
  return Object.entries(example).flatMap(([name, field]) => {
    const given = (value as Record<string, unknown> | null)?.[name];
    const isRight = typeof field === 'string' ? typeof given === 'string' : isTexts(given);
    return isRight ? [] : { path: [name], message: typeof field === 'string' ? 'Expected text' : 'Expected texts' };
  });
}
