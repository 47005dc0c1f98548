import type { Proposal } from './proposal.ts';
import { keyOf, quote } from './to-zod.ts';

/** Names that the source uses for something else, or that TypeScript does not allow. */
const taken = new Set(
  `beside defineEvents z arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for
function if implements import in instanceof interface let new null package private protected public return static super switch this throw
true try typeof var void while with yield`.split(/\s+/),
);

/** Writes proposals as a file of contracts, one group for each domain, and the map that `emitBeside` takes. */
export function toTypeScript(proposals: readonly Proposal[]): string {
  const domains = [...new Set(proposals.map(({ type }) => domainOf(type)))];
  const groups = domains.map((domain) =>
    groupOf(
      domain,
      proposals.filter(({ type }) => domainOf(type) === domain),
    ),
  );
  return [
    '// Proposed from what a running store was told to do. Read the names and the schemas, and make them yours.',
    ...(groups.length > 0 ? ["import { defineEvents } from '@busbar/core';\nimport * as z from 'zod';\n"] : ['']),
    ...groups,
    besideOf(proposals),
  ].join('\n');
}

function groupOf(domain: string, proposals: readonly Proposal[]): string {
  const events = proposals.map((proposal) => eventOf(proposal)).join('');
  return `export const ${nameOf(domain)} = defineEvents(${quote(domain)}, {\n${events}});\n`;
}

function nameOf(domain: string): string {
  return taken.has(domain) ? `${domain}Events` : domain;
}

function eventOf({ action, type, count, zod, examples, refused }: Proposal): string {
  const comments = [
    `  // ${quote(action)}, ${timesOf(count)}.`,
    ...refused.map(
      ({ reason, path, count }) => `  // Events cannot carry ${reason} at ${quote(path || '(payload)')}: ${timesOf(count)}.`,
    ),
  ];
  const schema = `    schema: ${zod.replaceAll('\n', '\n    ')},\n`;
  const shown = examples.length > 0 ? `    examples: ${literalOf(examples, '    ')},\n` : '';
  return `${comments.join('\n')}\n  ${keyOf(keyOfEvent(type))}: {\n    version: 1,\n${schema}${shown}    lifecycle: 'draft',\n  },\n`;
}

function timesOf(count: number): string {
  return count === 1 ? 'once' : `${count} times`;
}

function domainOf(type: string): string {
  return type.slice(0, type.indexOf(':'));
}

function keyOfEvent(type: string): string {
  return type.slice(type.indexOf(':') + 1);
}

/** Actions whose payload an event cannot carry need a `data` of their own first. */
function besideOf(proposals: readonly Proposal[]): string {
  const lines = proposals.map(({ action, type, refused }) => {
    const key = keyOfEvent(type);
    const contract = `${nameOf(domainOf(type))}${/^[A-Za-z_$][\w$]*$/.test(key) ? `.${key}` : `[${quote(key)}]`}`;
    return `  ${refused.length > 0 ? '// ' : ''}${keyOf(action)}: ${contract},\n`;
  });
  return `/** What \`emitBeside\` takes. */\nexport const beside = {\n${lines.join('')}};\n`;
}

/** A value as a literal of TypeScript. */
function literalOf(value: unknown, indent: string): string {
  const inner = `${indent}  `;
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) {
    return value.length > 0 ? `[\n${value.map((one) => `${inner}${literalOf(one, inner)},\n`).join('')}${indent}]` : '[]';
  }
  if (typeof value !== 'object' || value === null) return String(value);
  const lines = Object.entries(value).map(([name, one]) => `${inner}${keyOf(name)}: ${literalOf(one, inner)},\n`);
  return lines.length > 0 ? `{\n${lines.join('')}${indent}}` : '{}';
}
