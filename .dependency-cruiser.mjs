// The arrows between folders (see "Boundaries" in CONTRIBUTING.md). `pnpm check:boundaries` holds them.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';

const tests = '\\.(test|test-d|spec)\\.';
/** What a package brings for its users' tests. */
const testingEntry = '^packages/[^/]+/src/testing(/|\\.tsx?$)';
const stages = { publish: stagesNamed('PublishStageName'), receive: stagesNamed('ReceiveStageName') };

/** Stage names are read where the core declares them, so a new stage is held to the rules from its first day. */
function stagesNamed(type) {
  const source = readFileSync(new URL('./packages/core/src/stage.ts', import.meta.url), 'utf8');
  const names = source.match(new RegExp(`export type ${type} =([^;]+);`))?.[1].match(/[a-z-]+(?=')/g);
  if (!names?.length)
    throw new Error(`packages/core/src/stage.ts declares no ${type}: .dependency-cruiser.mjs reads the stages there.`);
  return names.join('|');
}

/** Where packages and apps are entered: what their manifests export, and the commands that they bring. */
function entries(kind) {
  const files = ['packages', 'apps'].flatMap((group) =>
    readdirSync(new URL(`./${group}/`, import.meta.url)).flatMap((name) => {
      const manifest = new URL(`./${group}/${name}/package.json`, import.meta.url);
      const paths = existsSync(manifest) ? Object.values(JSON.parse(readFileSync(manifest, 'utf8'))[kind] ?? {}) : [];
      return paths.map((path) => `${group}/${name}/${path.replace('./', '').replaceAll('.', '\\.')}`);
    }),
  );
  return `^(${files.join('|')})$`;
}

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const nondescript = '(^|/)(utils?|helpers?|common|shared|types|misc)(/|\\.[a-z.]+$)';
const inPackageOrApp = { path: '^(packages|apps)/([^/]+)/|^e2e/' };
const anotherOne = '^(packages|apps)/(?!$2/)[^/]+/';
const shopStyles = '^apps/shell/src/design/.+\\.css$';
const core = '^packages/core/src/';
/** What comes with Node, by the names that it has here. */
const nodeModules = `^(${builtinModules.join('|')})$`;
const exported = entries('exports');
const commands = entries('bin');
/** Runs in Playwright's workers, but for what it brings into pages. */
const browserDriver = '^packages/testing/src/playwright/(?!in-page/)';
/** What it brings into pages: bundled, not imported. */
const pageScripts = '^packages/testing/src/playwright/in-page/(recorder|emitter)\\.ts$';
/** Runs when tests are over, in the process that ran them. */
const writesReads = '^packages/testing/src/reads/(locked|write-reads)\\.ts$';
/** Runs in the pages of the catalogue: it is linked there, not imported. */
const catalogueSite = '^packages/cli/src/catalogue/site/';
/** A script tag leads to it: it is built, not imported. */
const scriptTag = '^packages/core/src/script-tag\\.ts$';
/** Recipes whose parts find each other on the page alone. */
const metOnThePage = '^apps/recipes/(script-tag/.+\\.js|module-federation/host\\.ts)$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // Between packages and apps.
    forbid(
      'arrows-point-to-core',
      'A package imports the core and itself, no other package.',
      { path: '^packages/([^/]+)/', pathNot: ['^packages/(cli|testing)/', testingEntry, tests] },
      { path: '^packages/(?!$1/|core/)' },
    ),
    forbid(
      'tests-build-on-testing',
      'What packages bring for tests, and their own tests, import the core and the testing kit.',
      {
        path: ['^packages/([^/]+)/src/testing(/|\\.tsx?$)', '^packages/([^/]+)/.+\\.(test|test-d|spec)\\.'],
        pathNot: '^packages/(cli|testing)/',
      },
      { path: '^packages/(?!$1/|core/|testing/)' },
    ),
    forbid(
      'testing-kit-builds-on-governance',
      'The testing kit imports the core, and governance for what contracts mean.',
      { path: '^packages/testing/' },
      { path: '^packages/(?!testing/|governance/|core/)' },
    ),
    forbid(
      'cli-builds-on-governance',
      'The command line imports governance and the core, no other package.',
      { path: '^packages/cli/' },
      { path: '^packages/(?!cli/|governance/|core/)' },
    ),
    forbid(
      'packages-run-in-pages',
      'Only tools import what comes with Node: the command line, governance, and what drives a browser or writes files in the testing kit.',
      { path: '^packages/(?!cli/|governance/)[^/]+/src/', pathNot: [tests, browserDriver, writesReads] },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'schemas-compare-in-pages',
      'Comparing schemas needs neither Node nor a library: a page does it, too.',
      { path: '^packages/governance/src/index\\.ts$' },
      { path: [nodeModules, 'node_modules/'], reachable: true },
    ),
    forbid(
      'packages-know-no-app',
      'What is published knows nothing of the shop or its tests.',
      { path: '^packages/' },
      { path: '^(apps|e2e)/' },
    ),
    forbid(
      'apps-share-contracts-alone',
      'An app imports no other app but the contracts. A fixture plays the page, so it wears its styles.',
      { path: '^apps/([^/]+)/' },
      { path: '^apps/(?!$1/|contracts/)', pathNot: shopStyles },
    ),
    forbid(
      'styles-of-the-page-in-fixtures',
      'Only a fixture wears the styles of the page: in the shop they are there already.',
      { path: '^apps/(?!shell/)', pathNot: '^apps/[^/]+/src/fixture\\.ts$' },
      { path: shopStyles },
    ),
    forbid('apps-know-no-test', 'An app does not import the end-to-end tests.', { path: '^apps/' }, { path: '^e2e/' }),
    forbid(
      'tests-know-contracts-alone',
      'End-to-end tests import no app but the contracts: they see what users see.',
      { path: '^e2e/' },
      { path: '^apps/(?!contracts/)' },
    ),
    forbid(
      'contracts-need-core',
      'Of the packages, contracts import the core, and the patterns for requests.',
      { path: '^apps/contracts/', pathNot: '^apps/contracts/busbar\\.config\\.ts$' },
      { path: '^packages/(?!(core|patterns)/)' },
    ),
    forbid(
      'contracts-need-zod',
      'Contracts import no library but Zod.',
      { path: '^apps/contracts/', pathNot: tests },
      { path: 'node_modules', pathNot: 'node_modules/zod/' },
    ),
    forbid('by-entry-only', 'Of another package or app, its declared entry is imported.', inPackageOrApp, {
      path: anotherOne,
      pathNot: [exported, shopStyles],
    }),
    forbid('by-name-only', 'Another package is imported by its name, not by a path.', inPackageOrApp, {
      path: anotherOne,
      pathNot: shopStyles,
      dependencyTypes: ['local'],
    }),

    // Inside the core.
    forbid(
      'core-needs-next-to-nothing',
      'The core imports RxJS and the types of Standard Schema.',
      { path: core, pathNot: tests },
      { path: 'node_modules', pathNot: 'node_modules/(rxjs|@standard-schema/spec)/' },
    ),
    forbid(
      'rxjs-where-time-matters',
      'RxJS begins on the receiving side.',
      { path: core, pathNot: [`${core}receive/`, `${core}bus\\.ts$`, tests] },
      { path: 'node_modules/rxjs/' },
    ),
    forbid(
      'rxjs-type-in-bus',
      'The surface of the bus names a type of RxJS and runs none of it.',
      { path: `${core}bus\\.ts$` },
      { path: 'node_modules/rxjs/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'publish-stages-stand-alone',
      'A stage of publishing imports no other.',
      { path: `${core}publish/(${stages.publish})\\.ts$` },
      { path: `${core}publish/(?!$1\\.)(${stages.publish})\\.ts$` },
    ),
    forbid(
      'receive-stages-stand-alone',
      'A stage of receiving imports no other.',
      { path: `${core}receive/(${stages.receive})\\.ts$` },
      { path: `${core}receive/(?!$1\\.)(${stages.receive})\\.ts$` },
    ),
    forbid(
      'publishing-ends-before-receiving',
      'Nothing in publish/ imports from receive/.',
      { path: `${core}publish/`, pathNot: tests },
      { path: `${core}receive/` },
    ),
    forbid(
      'receiving-publishes-nothing',
      'No stage of receiving imports from publish/.',
      { path: `${core}receive/(${stages.receive})\\.ts$` },
      { path: `${core}publish/` },
    ),
    forbid(
      'hub-knows-no-stage',
      'The hub belongs to all copies on the page: it imports no stage.',
      { path: `${core}hub/`, pathNot: tests },
      { path: `${core}(publish|receive)/` },
    ),

    // Everywhere.
    forbid(
      'source-needs-no-test',
      'What ships imports nothing that is made for tests.',
      { path: '^(packages|apps)/', pathNot: tests },
      { path: tests },
    ),
    forbid(
      'no-cycles',
      'Modules do not import each other in a circle. Their types may.',
      {},
      { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    ),
    forbid(
      'no-orphans',
      'Every module imports another or is imported.',
      { orphan: true, pathNot: ['\\.d\\.ts$|\\.config\\.ts$', metOnThePage] },
      {},
    ),
    forbid(
      'no-dead-source',
      'Every module of a package is reached from its entries.',
      { path: [exported, commands, pageScripts] },
      {
        path: '^packages/[^/]+/src/',
        pathNot: [exported, commands, pageScripts, catalogueSite, scriptTag, tests, '\\.d\\.ts$'],
        reachable: false,
      },
    ),
    forbid('resolvable', 'Every import leads somewhere.', { pathNot: metOnThePage }, { couldNotResolve: true }),
    forbid(
      'declared',
      'Every import is declared in the package.json beside it.',
      {},
      { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    ),
    forbid('named-after-what-it-holds', 'A file or folder is named after the one thing it holds.', { path: nondescript }, {}),
    forbid(
      'names-what-it-holds',
      'A file or folder is named after the one thing it holds.',
      {},
      { path: nondescript, pathNot: 'node_modules' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^((packages|apps)/[^/]+/|e2e/)(dist|test-results)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'browser', 'default'],
      extensions: ['.ts', '.tsx', '.d.ts', '.js', '.mjs', '.vue'],
    },
  },
};
