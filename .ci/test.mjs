// `npm test`: everything that has to hold, on a machine that has Node 20 and npm. Stops at the first step that fails.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { install, pnpm } from './install.mjs';
import { root } from './root.mjs';
import { bold, done, StepFailed, step } from './steps.mjs';

const reports = { unit: join(root, 'test-results/unit.json'), endToEnd: join(root, 'test-results/end-to-end.json') };

const started = Date.now();
try {
  await everything();
} catch (error) {
  if (!(error instanceof StepFailed)) throw error;
  process.exitCode = 1;
}
summarize();

async function everything() {
  for (const report of Object.values(reports)) rmSync(report, { force: true });
  const env = await install();
  const script = (name, command, options = [], more = {}) =>
    step(name, 'pnpm', [command, ...options], { again: `${pnpm} ${command}`, ...more, env: { ...env, ...more.env } });

  await script('types', 'check:types');
  await script('lint', 'check:lint', ['--colors=off']);
  await script('boundaries', 'check:boundaries');
  await script('contracts', 'check:contracts');
  await script('browser', 'bring:chromium');
  await script('unit tests', 'test:unit', ['--reporter=default', '--reporter=json', `--outputFile.json=${reports.unit}`]);
  await script('build', 'build');
  await script('sizes', 'check:sizes');
  await script('packages as consumers see them', 'check:consumers');
  await script('end-to-end tests', 'test:e2e', ['--reporter=line,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: reports.endToEnd },
  });
  await script('README code', 'check:readme');
}

function summarize() {
  const unit = read(reports.unit, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
    flaky: report.testResults.flatMap(({ assertionResults }) =>
      assertionResults.filter(passedLater).map((test) => test.fullName),
    ),
  }));
  const endToEnd = read(reports.endToEnd, ({ stats, suites }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected,
    skipped: stats.skipped,
    flaky: suites.flatMap(flakySpecs),
  }));
  for (const title of [...unit.flaky, ...endToEnd.flaky]) console.log(`Passed only when it was tried again: ${title}`);
  const sum = (what) => unit[what] + endToEnd[what];
  const minutes = ((Date.now() - started) / 60_000).toFixed(1);
  console.log(
    `\n${bold(process.exitCode ? 'Not everything holds.' : 'Everything holds.')} ${done.length} steps in ${minutes} minutes.`,
  );
  console.log(`Unit tests: ${describe(unit)}. End-to-end tests: ${describe(endToEnd)}.`);
  console.log(`${sum('passed')} passed, ${sum('failed')} failed${sum('skipped') ? `, ${sum('skipped')} skipped` : ''}`);
}

/** The counts in a runner's own report; none where the run never came that far. */
function read(file, counts) {
  return existsSync(file) ? counts(JSON.parse(readFileSync(file, 'utf8'))) : { passed: 0, failed: 0, skipped: 0, flaky: [] };
}

/** Of a unit test: the failure of its first try is still in the report. */
function passedLater({ status, failureMessages }) {
  return status === 'passed' && failureMessages.length > 0;
}

/** The titles of the end-to-end tests in a suite, and in the suites in it, that passed at their second try. */
function flakySpecs({ title, specs = [], suites = [] }) {
  const flaky = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map((spec) => spec.title);
  return [...flaky, ...suites.flatMap(flakySpecs)].map((inner) => `${title} › ${inner}`);
}

function describe({ passed, failed, skipped }) {
  return passed + failed + skipped === 0 ? 'not run' : `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
