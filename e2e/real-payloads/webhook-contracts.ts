import { defineEvent, type EventContract } from '@busbar/core';
import * as z from 'zod';
import { amendments } from './amendments.ts';
import type { Definitions } from './json-schema.ts';
import { eventNameOf, webhookPayloads } from './webhook-payloads.ts';
import { amend, publishedDefinitions, withoutDefaults, withSharedFields } from './webhook-schemas.ts';

/** The schemas that the contracts are made of. */
export const contractDefinitions: Definitions = withSharedFields(withoutDefaults(amend(publishedDefinitions, amendments)));

/** Turns JSON Schemas into Zod's, all in one go, because each conversion would walk what the schemas share again. */
export function zodSchemasOf(definitions: Definitions, names: Iterable<string>): Readonly<Record<string, z.ZodType>> {
  const properties = Object.fromEntries([...names].map((name) => [name, { $ref: `#/definitions/${name}` }]));
  const root = { $schema: 'http://json-schema.org/draft-07/schema#', definitions, type: 'object', properties };
  return (z.fromJSONSchema(root as never) as unknown as z.ZodObject<Record<string, z.ZodType>>).shape;
}

/** One contract for each kind of payload, by event name. */
export function webhookContracts(): ReadonlyMap<string, EventContract<string, unknown, unknown>> {
  const schemas = zodSchemasOf(contractDefinitions, new Set(webhookPayloads.map(({ definition }) => definition)));
  return new Map(
    Object.entries(schemas).map(([definition, schema]) => {
      const type = eventNameOf(definition);
      return [type, defineEvent(type, { version: 1, schema })];
    }),
  );
}
