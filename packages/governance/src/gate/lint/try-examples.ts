import type { AnyEventContract } from '@busbar/core';
import { named } from '../contract-case.ts';
import { type Finding, finding } from '../finding.ts';

/** The examples of a contract that its own schema refuses. */
export function tryExamples({ type, version, schema, examples = [] }: AnyEventContract): Finding[] {
  return examples.flatMap((example, index) => {
    const complaint = complaintAbout(schema, example);
    if (complaint === undefined) return [];
    const message = `Example ${index + 1} of ${named(type, version)} does not satisfy its schema: ${complaint}.`;
    return [finding('example-invalid', { contract: type, version, message, advice: 'Correct the example: people copy it.' })];
  });
}

function complaintAbout(schema: AnyEventContract['schema'], example: unknown): string | undefined {
  try {
    const result = schema['~standard'].validate(structuredClone(example));
    if (result instanceof Promise) return 'the schema answers later, which the bus does not wait for';
    const [issue] = result.issues ?? [];
    if (!issue) return undefined;
    const path = (issue.path ?? []).map((segment) => String(typeof segment === 'object' ? segment.key : segment)).join('.');
    return path ? `"${path}": ${issue.message}` : issue.message;
  } catch (error) {
    return `it threw ${error}`;
  }
}
