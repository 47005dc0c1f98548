import { counted } from '../html/counted.ts';
import { highlightJson } from '../html/highlight-json.ts';
import { html, type Markup } from '../html/html.ts';
import { type Constraint, Verbatim } from './constraints.ts';
import type { FieldGroup, SchemaField, Shape } from './schema-field.ts';

const mostValues = 40;

/** The tree of a schema as nested lists, which open and close without a script. */
export function drawSchema(root: SchemaField): Markup {
  return html`<div class="schema" id="${root.anchor}">
${(root.shape.words !== 'object' || root.tags.length > 0) && html`<p class="field-line"><span class="field-type">${typeOf(root.shape)}</span>${tags(root)}</p>`}
${root.shape.groups.length === 0 && root.shape.words === 'object' && html`<p class="muted">An object without fields.</p>`}
${details(root)}
${root.shape.groups.map((group, index) => groupList(group, index === 0 && group.label === 'Fields'))}
</div>`;
}

function fieldItem(field: SchemaField): Markup {
  return html`<li class="field" id="${field.anchor}">
<p class="field-line"><a class="field-name" href="#${field.anchor}">${breakable(field.name)}</a> <span class="field-type">${typeOf(field.shape)}</span>${required(field)}${field.deprecated && html` <span class="badge badge-warning">deprecated</span>`}${tags(field)}</p>
${details(field)}${readers(field)}
${field.shape.groups.map((group) => html`<details class="field-group" open><summary>${groupTitle(group, field)}</summary>${groupList(group, true)}</details>`)}
</li>`;
}

function groupList({ label, fields }: FieldGroup, bare: boolean): Markup {
  return html`${!bare && html`<p class="field-group-label">${label}</p>`}<ul role="list" class="fields">${fields.map(fieldItem)}</ul>`;
}

function groupTitle({ label, fields }: FieldGroup, { name }: SchemaField): Markup {
  const title = label === 'Fields' ? counted(fields.length, 'field') : label;
  return html`${title}<span class="visually-hidden"> of ${name}</span>`;
}

function typeOf({ words, sameAs }: Shape): Markup {
  return html`${words}${sameAs && html`, same as <a href="#${sameAs.anchor}">${sameAs.label}</a>`}`;
}

function required({ required }: SchemaField): Markup | false {
  if (required === undefined) return false;
  return required ? html` <span class="field-required">required</span>` : html` <span class="field-optional">optional</span>`;
}

function tags({ tags }: SchemaField): Markup[] {
  return tags.map((tag) => html` <span class="badge badge-tag${tag === 'pii' && ' badge-personal'}">${tag}</span>`);
}

function readers({ readBy }: SchemaField): Markup | false {
  return readBy.length > 0 && html`<p class="field-readers">read by ${readBy.join(', ')}</p>`;
}

function details(field: SchemaField): Markup {
  const constraints = [...field.shape.constraints, ...(field.default ? [{ words: 'default', values: field.default }] : [])];
  return html`${field.description && html`<p class="field-description">${field.description}</p>`}${
    constraints.length > 0 && html`<ul role="list" class="constraints">${constraints.map(constraintItem)}</ul>`
  }`;
}

function constraintItem({ words, values = [] }: Constraint): Markup {
  const shown = values.slice(0, mostValues);
  const rest = values.length - shown.length;
  return html`<li>${words}${shown.map((value) => html` <code>${valueText(value)}</code>`)}${rest > 0 && ` and ${rest} more`}</li>`;
}

function valueText(value: unknown): Markup | string {
  return value instanceof Verbatim ? value.text : highlightJson(value);
}

/** Lets long names in camel case break between their words. */
function breakable(name: string): Markup {
  return html`${name.split(/(?<=[a-z0-9_.-])(?=[A-Z])/).map((part, index) => html`${index > 0 && html`<wbr>`}${part}`)}`;
}
