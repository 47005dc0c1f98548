import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@playwright/test';
import type { JSONReport, JSONReportSuite, JSONReportTestResult } from '@playwright/test/reporter';
import { shopAddress } from '../fixtures/shop-test.ts';

const playwright = fileURLToPath(new URL('../node_modules/@playwright/test/cli.js', import.meta.url));
const built = new URL('../../packages/testing/dist/playwright.js', import.meta.url).href;
const config = fileURLToPath(new URL('../failing/playwright.config.ts', import.meta.url));

/** Runs Playwright on the tests that have to fail, with the fixture that was built last, and answers how each of them went. */
async function runFailing(): Promise<Map<string, JSONReportTestResult>> {
  // Where this run writes its own report is none of the other's business.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('PLAYWRIGHT_'));
  const env = { ...Object.fromEntries(own), SHOP_ADDRESS: shopAddress(), BUILT_FIXTURE: built };
  const output = await new Promise<string>((resolve) => {
    const command = [playwright, 'test', '--config', config, '--reporter', 'json'];
    execFile(process.execPath, command, { env, maxBuffer: 64 * 1_024 * 1_024 }, (_error, stdout) => resolve(stdout));
  });
  const { suites } = JSON.parse(output) as JSONReport;
  const specs = suites.flatMap(function specsOf({ specs, suites = [] }: JSONReportSuite): JSONReportSuite['specs'] {
    return [...specs, ...suites.flatMap(specsOf)];
  });
  return new Map(specs.map(({ title, tests }) => [title, tests[0]!.results[0]!]));
}

function attached(result: JSONReportTestResult | undefined, name: string): string | undefined {
  const body = result?.attachments.find((attachment) => attachment.name === name)?.body;
  return body && Buffer.from(body, 'base64').toString();
}

test('the Playwright fixture puts the trail of all pages into the report of a test that fails, and of no other', async () => {
  const results = await runFailing();
  const failed = results.get('waits for what never comes');
  expect(failed?.errors[0]?.message).toContain('No event "cart:itemAdded" v2 with {"quantity":2} came within 100 ms.');
  expect(failed?.errorLocation?.file).toMatch(/failing\.ts$/);
  const text = attached(failed, 'busbar-trail.txt');
  expect(text).toContain(`page 1: ${shopAddress()}/\npage 2: ${shopAddress()}/profile\n`);
  expect(text).toMatch(
    /page 1 {2}refused: cart:itemAdded v2 from playwright {2}\{\}\n +dead letter: invalid\. BusError: "playwright" emitted "cart:itemAdded" v2/,
  );
  expect(text).toMatch(/page 2 {2}routing:changed v1 from shell/);
  const { events } = JSON.parse(attached(failed, 'busbar-trail.json') ?? '');
  expect(events).toContainEqual(expect.objectContaining({ page: 2, type: 'routing:changed', source: 'shell' }));

  const unaware = results.get('fails for another reason, and never heard of busbar');
  expect(attached(unaware, 'busbar-trail.txt')).toContain('cart:itemAdded v2 from shell');
  expect(results.get('succeeds')).toMatchObject({ status: 'passed', attachments: [] });
  expect(attached(results.get('succeeds, and shows the trail'), 'busbar-trail.txt')).toContain('cart:changed v1 from cart');
});
