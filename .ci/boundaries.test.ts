import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import rules from '../.dependency-cruiser.mjs';
import { root } from './root.mjs';

const core = 'packages/core/src';

/** What the violations import. */
const innocent: Record<string, string> = {
  [`${core}/index.ts`]: "export { bus } from './bus.ts';",
  [`${core}/publish/validate.ts`]: 'export const validate = 1;',
  [`${core}/receive/match.ts`]: 'export const match = 1;',
  [`${core}/clock.test.fixture.ts`]: 'export const clock = 1;',
  [`${core}/round.ts`]: "import './circle.ts';",
  'packages/vue/src/index.ts': "import '@busbar/core';",
  'packages/governance/src/hash.ts': "import 'node:crypto';",
  'apps/contracts/src/index.ts': "import '@busbar/core';",
  'apps/checkout/src/order.ts': 'export const order = 1;',
  'apps/cart/src/helpers/help.ts': 'export const help = 1;',
  'apps/shell/src/design/tokens.css': '',
  'e2e/specs/shop.ts': 'export const shop = 1;',
};

/** For each rule a file that breaks it, in a workspace where all else is in order. */
const violations: Record<string, { path: string; code: string }> = {
  'arrows-point-to-core': { path: 'packages/react/src/use-vue.ts', code: "import '@busbar/vue';" },
  'tests-build-on-testing': { path: 'packages/vue/src/use-bus.test.ts', code: "import '@busbar/governance/lock';" },
  'testing-kit-builds-on-governance': { path: 'packages/testing/src/use-vue.ts', code: "import '@busbar/vue';" },
  'cli-builds-on-governance': { path: 'packages/cli/src/use-vue.ts', code: "import '@busbar/vue';" },
  'packages-run-in-pages': { path: 'packages/vue/src/read-file.ts', code: "import 'node:fs';" },
  'schemas-compare-in-pages': { path: 'packages/governance/src/index.ts', code: "import './hash.ts';" },
  'packages-know-no-app': { path: 'packages/vue/src/use-app.ts', code: "import 'contracts';" },
  'apps-share-contracts-alone': { path: 'apps/cart/src/peek.ts', code: "import '../../checkout/src/order.ts';" },
  'styles-of-the-page-in-fixtures': { path: 'apps/cart/src/dress.ts', code: "import '../../shell/src/design/tokens.css';" },
  'apps-know-no-test': { path: 'apps/cart/src/tested.ts', code: "import '../../../e2e/specs/shop.ts';" },
  'tests-know-contracts-alone': { path: 'e2e/specs/inside.ts', code: "import '../../apps/checkout/src/order.ts';" },
  'contracts-need-core': { path: 'apps/contracts/src/hooked.ts', code: "import '@busbar/vue';" },
  'contracts-need-zod': { path: 'apps/contracts/src/rx.ts', code: "import 'rxjs';" },
  'by-entry-only': { path: 'packages/vue/src/deep.ts', code: "import '../../core/src/bus.ts';" },
  'by-name-only': { path: 'packages/vue/src/path.ts', code: "import '../../core/src/index.ts';" },
  'core-needs-next-to-nothing': { path: `${core}/zod.ts`, code: "import 'zod';" },
  'rxjs-where-time-matters': {
    path: `${core}/publish/rx.ts`,
    code: "import type { Observable } from 'rxjs'; export type Many = Observable<1>;",
  },
  'rxjs-type-in-bus': { path: `${core}/bus.ts`, code: "import { of } from 'rxjs'; export const bus = of(1);" },
  'publish-stages-stand-alone': { path: `${core}/publish/stamp.ts`, code: "import './validate.ts';" },
  'receive-stages-stand-alone': { path: `${core}/receive/cast.ts`, code: "import './match.ts';" },
  'publishing-ends-before-receiving': { path: `${core}/publish/deliver.ts`, code: "import '../receive/match.ts';" },
  'receiving-publishes-nothing': { path: `${core}/receive/expire.ts`, code: "import '../publish/validate.ts';" },
  'hub-knows-no-stage': { path: `${core}/hub/hub.ts`, code: "import '../receive/match.ts';" },
  'source-needs-no-test': { path: `${core}/tested.ts`, code: "import './clock.test.fixture.ts';" },
  'no-cycles': { path: `${core}/circle.ts`, code: "import './round.ts';" },
  'no-orphans': { path: 'apps/cart/src/alone.ts', code: 'export const alone = true;' },
  'no-dead-source': { path: `${core}/dead.ts`, code: "import './bus.ts';" },
  resolvable: { path: 'apps/cart/src/deep.ts', code: "import '@busbar/core/src/bus.ts';" },
  declared: { path: 'apps/cart/src/undeclared.ts', code: "import 'zod';" },
  'named-after-what-it-holds': { path: `${core}/utils.ts`, code: "import './bus.ts';" },
  'names-what-it-holds': { path: 'apps/cart/src/uses-helpers.ts', code: "import './helpers/help.ts';" },
};

/** What is in order although it looks like a violation. */
const inOrder: Record<string, string> = {
  'packages/cli/src/index.ts': "import '@busbar/governance/lock'; import 'node:fs';",
  'packages/governance/src/lock.ts': "import './hash.ts';",
  'apps/contracts/busbar.config.ts': "import '@busbar/cli';",
  'packages/vue/src/testing.ts': "import '@busbar/testing';",
  'packages/testing/src/index.ts': "import '@busbar/core'; import '@busbar/governance/lock';",
};

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
  readonly to: string;
}

let workspace: string;
let broken: string[];

beforeAll(() => {
  workspace = mkdtempSync(join(tmpdir(), 'busbar-boundaries-'));
  for (const [path, code] of Object.entries({ ...innocent, ...inOrder })) write(path, code);
  for (const { path, code } of Object.values(violations)) write(path, code);
  for (const [name, folder] of [
    ['core', 'packages/core'],
    ['vue', 'packages/vue'],
    ['cli', 'packages/cli'],
    ['governance', 'packages/governance'],
    ['testing', 'packages/testing'],
    ['contracts', 'apps/contracts'],
  ] as const) {
    const exports = { '.': './src/index.ts', ...(name === 'governance' && { './lock': './src/lock.ts' }) };
    write(`${folder}/package.json`, JSON.stringify({ name, exports }));
    link(join(workspace, folder), folder.startsWith('apps') ? name : `@busbar/${name}`);
  }
  link(join(root, 'packages/core/node_modules/rxjs'), 'rxjs');
  link(join(root, 'packages/core/node_modules/zod'), 'zod');
  cpSync(join(root, 'tsconfig.base.json'), join(workspace, 'tsconfig.base.json'));
  const options = ['packages', 'apps', 'e2e', '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json'];
  const { stdout } = spawnSync(join(root, 'node_modules/.bin/depcruise'), options, { cwd: workspace, encoding: 'utf8' });
  const found: Violation[] = JSON.parse(stdout).summary.violations;
  // A file nobody reaches is what a rule leads to, all others are what it starts from.
  broken = found.map(({ rule, from, to }) => `${rule.name}: ${rule.name === 'no-dead-source' ? to : from}`);
}, 60_000);

afterAll(() => rmSync(workspace, { recursive: true }));

function write(path: string, code: string): void {
  mkdirSync(dirname(join(workspace, path)), { recursive: true });
  writeFileSync(join(workspace, path), code);
}

function link(folder: string, name: string): void {
  const place = join(workspace, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(folder, place);
}

test('every boundary has a violation here', () => {
  expect(Object.keys(violations).sort()).toEqual(rules.forbidden?.map(({ name }) => name).sort());
});

test.each(Object.entries(violations))('%s is reported where it is broken', (rule, { path }) => {
  expect(broken).toContain(`${rule}: ${path}`);
});

test('a package that imports the core by its name is not reported', () => {
  expect(broken.filter((one) => one.endsWith(': packages/vue/src/index.ts'))).toEqual([]);
});

test.each(Object.keys(inOrder))('%s may import what it imports', (path) => {
  expect(broken.filter((one) => one.endsWith(`: ${path}`))).toEqual([]);
});
