import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';

/** What a pipeline does, and what has to come of it. */
interface Step {
  readonly words: readonly string[];
  readonly code: 0 | 1 | 2;
  readonly says: string;
  /** Written before. */
  readonly files?: Readonly<Record<string, string>>;
  readonly node?: string;
}

const contract = (field: string) => `import { defineEvents } from '@busbar/core';
import * as z from 'zod';
export const cart = defineEvents('cart', {
  itemAdded: { version: 1, schema: z.object({ sku: z.string(), ${field}: z.number() }) },
});
`;

const steps: readonly Step[] = [
  { words: ['init', '--yes'], code: 0, says: '+ cart:itemAdded@1', files: { 'src/cart.ts': contract('quantity') } },
  { words: ['check'], code: 0, says: 'Compatible. 1 contract gets on with what is locked' },
  { words: ['check'], code: 1, says: 'src/cart.ts:4  changed-in-place', files: { 'src/cart.ts': contract('amount') } },
  { words: ['check'], code: 2, says: 'was told not to read it', node: '--no-strip-types' },
  { words: ['check'], code: 2, says: 'at src/cart.ts:1:7', files: { 'src/cart.ts': "throw new Error('out of order');" } },
  { words: ['check', '--timeout', '1'], code: 2, says: 'at src/cart.ts:1:', files: { 'src/cart.ts': 'for (;;) Math.random();' } },
];

/** Puts contracts through the gate with the command as it would be published, in a folder where it is installed. */
export function gateComplaints(consumer: string): string[] {
  const project = join(consumer, 'gate');
  mkdirSync(join(project, 'src'), { recursive: true });
  const complaints = steps.flatMap((step) => {
    for (const [path, text] of Object.entries(step.files ?? {})) writeFileSync(join(project, path), text);
    return complaintAbout(step, project);
  });
  return [...complaints, ...shopComplaints(consumer)];
}

/** The contracts of the shop, and their catalogue. */
function shopComplaints(consumer: string): string[] {
  const shop = join(consumer, 'contracts');
  cpSync(join(root, 'apps/contracts'), shop, { recursive: true, filter: (path) => !path.includes('node_modules') });
  const complaints = [
    ...complaintAbout({ words: ['check'], code: 0, says: 'Compatible.' }, shop),
    ...complaintAbout({ words: ['docs', '--out', 'site'], code: 0, says: 'site has' }, shop),
  ];
  const missing = ['index.html', 'catalogue.js', 'catalogue.css'].filter((file) => !existsSync(join(shop, 'site', file)));
  return [...complaints, ...missing.map((file) => `The catalogue of the shop has no ${file}.`)];
}

function complaintAbout({ words, code, says, node }: Step, cwd: string): string[] {
  const { PATH, HOME } = process.env;
  const env = { PATH, HOME, ...(node && { NODE_OPTIONS: node }) };
  const { status, stdout, stderr } = spawnSync('npx', ['--no', 'busbar', '--', ...words], { cwd, env, encoding: 'utf8' });
  if (status === code && `${stdout}${stderr}`.includes(says)) return [];
  return [`npx busbar ${words.join(' ')} ended with ${status} instead of ${code}, or did not say "${says}":\n${stdout}${stderr}`];
}
