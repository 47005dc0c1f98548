import { type Amendment, amendments } from './amendments.ts';
import { asContracts, asPublished, type Findings, withDefaultsDropped } from './findings.ts';
import { webhookPayloads } from './webhook-payloads.ts';

/** Where the findings are written down for readers. */
export const findingsFile: URL = new URL('../../apps/docs/real-payloads.md', import.meta.url);

/** The findings as a page of the documentation. `write-findings.ts` writes it, `real-payloads.spec.ts` keeps it true. */
export function findingsPage(): string {
  const published = asPublished();
  const contracts = new Set(webhookPayloads.map(({ type }) => type)).size;
  return `# Real payloads

The end-to-end test \`e2e/specs/real-payloads.spec.ts\` sends ${webhookPayloads.length} webhook payloads of GitHub (\`@octokit/webhooks-examples\`) through
Busbar in Chromium. Its ${contracts} contracts are made of the JSON Schemas published beside them (\`@octokit/webhooks-schemas\`) by
\`z.fromJSONSchema\`. This page says what Zod makes of those schemas. It is written by \`node e2e/real-payloads/write-findings.ts\`, and the
test fails when it is no longer true.

| Schemas | Accepted, given back as sent | Accepted, changed | Refused by Zod | Refused by @cfworker/json-schema |
|---|---|---|---|---|
${row('as published', published)}
${row('without their `default`s', withDefaultsDropped())}
${row('and amended, as the contracts have them', asContracts())}

## Payloads that come back changed

JSON Schema says that \`default\` is an annotation. \`z.fromJSONSchema\` makes it Zod's \`default()\`, which fills the value in, and which
lets a required field be absent. What is published on the bus is the parsed value, so ${published.changed.length} payloads would have arrived with fields that
nobody sent. The contracts are made of the schemas without their \`default\`s. Unknown fields pass, for objects become loose ones unless
they say \`additionalProperties: false\`. The order of an object's keys is not kept: those of the schema come first.

## Paths that are not told

Of a payload that fits no alternative of a \`oneOf\`, Zod tells where the choice is and not which field is amiss. Two schemas are a choice
as a whole (\`pull_request$review_requested\` and \`pull_request$review_request_removed\`); their contracts say beside the choice what all
alternatives require, which means the same and gives each field its path. A name in \`required\` that \`properties\` does not describe
would be ignored; no such name stands in the way of these payloads.

## Payloads that are refused

All of them break the schemas: a JSON Schema validator that knows nothing of Zod refuses the same ones. Nearly all are the first example
of their event, and lack fields that the other examples have. Two carry times that are no \`date-time\`, a format that JSON Schema lets a
validator check or ignore; both validators check it.

| Payloads | Where they break the schema |
|---|---|
${refusals(published).join('\n')}

## Amendments

With these changes the schemas accept every payload; none of them can be left out.

| Schema | Change |
|---|---|
${amendments.map(change).join('\n')}
`;
}

function row(title: string, { intact, changed, refusedByZod, refusedByOther }: Findings): string {
  return `| ${title} | ${intact.length} | ${changed.length} | ${refusedByZod.length} | ${refusedByOther.length} |`;
}

function refusals({ refusedByZod }: Findings): string[] {
  const byPaths = Map.groupBy(refusedByZod, ({ paths }) => paths.map((path) => `\`${path}\``).join(', '));
  return [...byPaths].map(
    ([paths, refused]) => `| ${refused.map(({ payload }) => `\`${payload.place}\``).join(', ')} | ${paths} |`,
  );
}

function change({ at, optional, instead }: Amendment): string {
  const names = optional?.map((name) => `\`${name}\``).join(', ');
  return `| \`${at}\` | ${names ? `does not require ${names}` : `is \`${JSON.stringify(instead)}\``} |`;
}
