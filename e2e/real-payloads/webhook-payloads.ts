import examples from '@octokit/webhooks-examples' with { type: 'json' };
import { publishedDefinitions } from './webhook-schemas.ts';

/** A payload that GitHub really sent, or documents. */
export interface WebhookPayload {
  /** Where it stands among the published examples: `issues[3]`. */
  readonly place: string;
  /** The schema that is meant for it: `issues$opened`. */
  readonly definition: string;
  /** The name that it travels under: `github:issues.opened`. */
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Every published payload, in the order of its publication. */
export const webhookPayloads: readonly WebhookPayload[] = examples.flatMap(({ name, examples }) =>
  (examples as unknown as WebhookPayload['data'][]).map((data, index) => {
    const definition = [`${name}$${data['action']}`, `${name}$event`].find((candidate) => candidate in publishedDefinitions);
    if (!definition) throw new Error(`No schema describes ${name}[${index}].`);
    return { place: `${name}[${index}]`, definition, type: eventNameOf(definition), data };
  }),
);

/** `issues$opened` becomes `github:issues.opened`, `push$event` becomes `github:push`. */
export function eventNameOf(definition: string): string {
  return `github:${definition.replace(/\$event$/, '').replace('$', '.')}`;
}
