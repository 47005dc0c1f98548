import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomRuns } from '../../random-runs.test.fixture.ts';
import { anyPayload, contractOf, rooted } from '../any-payload.test.fixture.ts';
import { escapeMarkdown, inlineCode, jsonBlock } from './escape-markdown.ts';
import { exportMarkdown } from './export-markdown.ts';

const nasty = fc.oneof(
  fc.constantFrom('| a', '<img onerror=x>', '{process.exit()}', 'import x', '- a', '`a`', '1. a', '---\na: b'),
  fc.string(),
);

/** How many cells each row of each table has. */
function cellCounts(markdown: string): number[][] {
  const tables = markdown.split('\n\n').filter((part) => part.startsWith('|'));
  return tables.map((table) =>
    table
      .trim()
      .split('\n')
      .map((row) => row.replace(/\\./g, '').split('|').length),
  );
}

describe('the export to Markdown', () => {
  it('has a page for each event, versions from new to old, and an index', () => {
    const first = contractOf({ type: 'string' }, { lifecycle: { deprecated: '2027-01-31', successor: 'cart:lineAdded' } });
    const sku = { type: 'string', minLength: 1, description: 'What is sold', deprecated: true };
    const item = {
      type: 'object',
      properties: { sku, lines: { type: 'array', items: { type: 'object', properties: { tax: {} } } } },
      required: ['sku'],
    };
    const second = contractOf(item, { version: 2, summary: 'Added', casts: { up: [1], down: [] }, examples: [{ sku: '```' }] });
    const [index, page] = exportMarkdown([first, second]).files;
    expect(index!.text).toContain('| [cart:itemAdded](events/cart.itemAdded.md) | 2 | stable |');
    expect(page!.text.match(/^## .*$/gm)).toEqual(['## Version 2', '## Version 1']);
    expect(page!.text).toContain('| `sku` | `string` | yes | **Deprecated.** What is sold `minLength: 1` |');
    expect(page!.text).toContain('| `lines[].tax` | `any` | no |');
    expect(page!.text).toContain('| 1 → 2 | upcast |');
    expect(page!.text).toContain('````json\n{\n  "sku": "```"\n}\n````');
    expect(page!.text).toContain('**Deprecated.** Leave it by 2027-01-31 for cart:lineAdded.');
  });

  it('keeps its tables whole whatever contracts say', () => {
    const contracts = fc
      .tuple(anyPayload(2), nasty)
      .map(([{ schema }, text]) =>
        contractOf(rooted(schema), { summary: text, owner: text, tags: [text], fieldTags: { '': [text] } }),
      );
    fc.assert(
      fc.property(contracts, (contract) => {
        for (const { text } of exportMarkdown([contract]).files)
          for (const counts of cellCounts(text)) expect(new Set(counts).size).toBe(1);
      }),
      randomRuns(50),
    );
  });

  it('lets no text become markup, an expression or a statement', () => {
    fc.assert(
      fc.property(nasty, (text) => {
        const code = inlineCode(text);
        expect(code).toMatch(/^`[^`|\n\r]+`$|^<code>/);
        const escapedCode = code.startsWith('`') ? [] : [code.replace(/^<code>|<\/code>$/g, '')];
        for (const escaped of [escapeMarkdown(text), ...escapedCode]) {
          expect(escaped).not.toMatch(/^(import|export)\b|[\n\r<>]|^#|^[-+] |^\d+[.)] /);
          expect(escaped.replace(/\\./g, '')).not.toMatch(/[{}|]/);
        }
      }),
    );
  });

  it('puts examples into a fence that they cannot end', () => {
    expect(jsonBlock('`````')).toBe('``````json\n"`````"\n``````');
  });
});
