import type { ExportedContract } from '../exported-contract.ts';
import { fieldRows } from '../shape/field-rows.ts';
import { readShape } from '../shape/read-shape.ts';
import { escapeMarkdown, inlineCode, table } from './escape-markdown.ts';

/** The fields of what a contract publishes, with a column for tags where there are any. */
export function fieldsTable(contract: ExportedContract): string {
  const rows = fieldRows(readShape(contract, contract.output));
  const hasTags = rows.some(({ shape }) => shape.tags.length > 0);
  const head = ['Field', 'Type', 'Required', ...(hasTags ? ['Tags'] : []), 'About'];
  const cells = rows.map(({ path, type, isRequired, shape, default: fallback }) => {
    const { title, description, deprecated, constraints } = shape;
    const said = Object.entries({ ...constraints, ...(fallback && { default: fallback.value }) });
    const about = [
      ...(deprecated ? ['**Deprecated.**'] : []),
      ...[title, description].filter((text) => text !== undefined).map(escapeMarkdown),
      ...said.map(([keyword, value]) => inlineCode(`${keyword}: ${JSON.stringify(value)}`)),
    ].join(' ');
    const tags = hasTags ? [shape.tags.map(inlineCode).join(' ')] : [];
    return [inlineCode(path), inlineCode(type), isRequired ? 'yes' : 'no', ...tags, about];
  });
  return table(head, cells);
}
