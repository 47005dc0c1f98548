import { html, type Insert, type Markup } from './html.ts';

const indent = '  ';

/** A value as indented JSON whose parts can be told apart by colour. */
export function highlightJson(value: unknown): Markup {
  return html`${partsOf(value, '')}`;
}

function partsOf(value: unknown, margin: string): Insert {
  if (Array.isArray(value))
    return bracketed(
      '[',
      ']',
      value.map((item) => partsOf(item, margin + indent)),
      margin,
    );
  if (typeof value === 'object' && value !== null) return bracketed('{', '}', members(value, margin + indent), margin);
  return html`<span class="code-${kindOf(value)}">${JSON.stringify(value) ?? 'null'}</span>`;
}

function members(value: object, margin: string): Insert[] {
  return Object.entries(value).map(
    ([key, member]) => html`<span class="code-key">${JSON.stringify(key)}</span>: ${partsOf(member, margin)}`,
  );
}

function bracketed(open: string, close: string, items: readonly Insert[], margin: string): Insert {
  if (items.length === 0) return open + close;
  const lines = items.map((item, index) => html`${index > 0 && ','}\n${margin}${indent}${item}`);
  return html`${open}${lines}\n${margin}${close}`;
}

function kindOf(value: unknown): string {
  return typeof value === 'string' ? 'text' : typeof value === 'number' ? 'number' : 'word';
}
