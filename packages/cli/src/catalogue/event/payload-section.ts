import type { EventVersion } from '../catalogue.ts';
import { html, type Markup } from '../html/html.ts';
import { compareSides } from '../schema/compare-sides.ts';
import { describeSchema } from '../schema/describe-schema.ts';
import { drawSchema } from '../schema/draw-schema.ts';
import { isObject } from '../schema/is-object.ts';
import type { SchemaField } from '../schema/schema-field.ts';

/** What becomes of fields that the schema does not name, where that is one answer for the whole payload. */
function furtherFields(input: EventVersion['input'], output: EventVersion['output']): string | undefined {
  if (!isObject(input) || !isObject(output) || !isObject(input['properties'])) return undefined;
  if (input['additionalProperties'] === false) return 'Emitters may give no other fields.';
  if (output['additionalProperties'] === false) return 'Other fields that emitters give are not passed on.';
  return isObject(output['additionalProperties']) ? undefined : 'Other fields that emitters give are passed on as they are.';
}

/** The payload as listeners get it, and how what emitters may give differs from that. */
export function payloadSection({ input, output, fieldTags, rules, unseen, notPlain = [], reads }: EventVersion): Markup {
  const further = furtherFields(input, output);
  const heard = describeSchema(output, { fieldTags, reads });
  return html`<section class="section" aria-labelledby="payload"><h2 id="payload">Payload</h2>
${drawSchema(heard)}
${further && html`<p class="small muted further">${further}</p>`}
${!isSameShape(input, output) && givenPart(describeSchema(input, { fieldTags, prefix: 'given' }), heard)}
${notPlain.length > 0 && html`<p class="note note-danger">The bus refuses every payload with what is no plain data: ${notPlain.map(({ path, kind }, index) => html`${index > 0 && ', '}${kind} at <code>${path}</code>`)}.</p>`}
${rules.length > 0 && html`<p class="note">Also checked: ${rules.map(({ id, path }, index) => html`${index > 0 && ', '}<code>${id}</code> at <code>${path}</code>`)}.</p>`}
${unseen.length > 0 && html`<p class="note note-warning">Checks that this page cannot show, and the gate cannot see change, at ${unseen.map((path, index) => html`${index > 0 && ', '}<code>${path}</code>`)}.</p>`}
</section>`;
}

/** Says whether emitters give exactly what is published. */
export function isSameShape(input: EventVersion['input'], output: EventVersion['output']): boolean {
  return JSON.stringify(input) === JSON.stringify(output);
}

function givenPart(given: SchemaField, heard: SchemaField): Markup | false {
  const differences = compareSides(given, heard);
  return (
    differences.length > 0 &&
    html`<div class="card given"><h3>What emitters give is not quite the same</h3>
<p class="small muted">The bus parses what it is given and publishes the result.</p>
<ul class="differences">${differences.map(({ name, sentence }) => html`<li><code>${name}</code> ${sentence}</li>`)}</ul>
<details><summary>Everything that emitters give</summary>${drawSchema(given)}</details></div>`
  );
}
