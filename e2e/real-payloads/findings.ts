import { isDeepStrictEqual } from 'node:util';
import { dereference, type Schema, validate } from '@cfworker/json-schema';
import type * as z from 'zod';
import { type Amendment, amendments } from './amendments.ts';
import type { Definitions } from './json-schema.ts';
import { contractDefinitions, zodSchemasOf } from './webhook-contracts.ts';
import { type WebhookPayload, webhookPayloads } from './webhook-payloads.ts';
import { amend, publishedDefinitions, withoutDefaults } from './webhook-schemas.ts';

/** What two validators make of a set of schemas, payload by payload. */
export interface Findings {
  /** Payloads that Zod accepts and gives back equal to what it was given. */
  readonly intact: readonly WebhookPayload[];
  /** Payloads that Zod accepts and changes. */
  readonly changed: readonly WebhookPayload[];
  readonly refusedByZod: readonly { readonly payload: WebhookPayload; readonly paths: readonly string[] }[];
  /** The judgement of a JSON Schema validator that knows nothing of Zod. */
  readonly refusedByOther: readonly WebhookPayload[];
}

export const asPublished = (): Findings => judge(publishedDefinitions);
export const withDefaultsDropped = (): Findings => judge(withoutDefaults(publishedDefinitions));
export const asContracts = (): Findings => judge(contractDefinitions);

function judge(definitions: Definitions): Findings {
  const schemas = zodSchemasOf(definitions, new Set(webhookPayloads.map(({ definition }) => definition)));
  const judged = webhookPayloads.map((payload) => {
    const result = (schemas[payload.definition] as z.ZodType).safeParse(payload.data);
    return { payload, result, equal: isDeepStrictEqual(result.data, payload.data) };
  });
  return {
    intact: judged.filter(({ equal }) => equal).map(({ payload }) => payload),
    changed: judged.filter(({ result, equal }) => result.success && !equal).map(({ payload }) => payload),
    refusedByZod: judged.flatMap(({ payload, result }) =>
      result.success ? [] : [{ payload, paths: [...new Set(result.error.issues.map(({ path }) => path.join('.')))] }],
    ),
    refusedByOther: refusedIn(definitions, webhookPayloads),
  };
}

function refusedIn(definitions: Definitions, payloads: readonly WebhookPayload[]): readonly WebhookPayload[] {
  const accepts = validatorOf(definitions);
  return payloads.filter((payload) => !accepts(payload));
}

function validatorOf(definitions: Definitions): (payload: WebhookPayload) => boolean {
  const properties = Object.fromEntries(
    webhookPayloads.map(({ definition }) => [definition, { $ref: `#/definitions/${definition}` }]),
  );
  const root = structuredClone({ definitions, properties }) as Schema & { properties: Record<string, Schema> };
  const places = dereference(root);
  return ({ definition, data }) => validate(data, root.properties[definition] as Schema, '7', places).valid;
}

/** Amendments, field by field, without which every payload would be accepted all the same. */
export function needlessAmendments(): readonly Amendment[] {
  const needy = refusedIn(publishedDefinitions, webhookPayloads);
  const single = amendments.flatMap(({ at, optional, instead }) =>
    optional ? optional.map((name): Amendment => ({ at, optional: [name] })) : [{ at, instead }],
  );
  return single.filter((left) => {
    const others = single.filter((amendment) => amendment !== left);
    return needy.every(validatorOf(amend(publishedDefinitions, others)));
  });
}
