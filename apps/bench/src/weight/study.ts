import { join } from 'node:path';
import { codeOf, packagesOf, parts } from '../../../../.ci/sizes/parts.ts';
import { weightOf } from '../../../../.ci/sizes/weight.ts';
import { builtPages } from '../measure/bundle-page.ts';
import { interleave } from '../measure/interleave.ts';
import { isolatedPage } from '../measure/isolated-page.ts';
import { serveFolder } from '../measure/serve-folder.ts';
import { buildStalePackages } from '../measure/stale-packages.ts';
import type { CostReport, CostStudy, Laboratory } from '../report/cost-study.ts';
import { weightBars } from './bars.ts';
import { buildFirstEventPages } from './build-first-event-pages.ts';
import { firstEventChart, pagesChart } from './charts.ts';
import type { FirstEvent, WeightFindings } from './findings.ts';
import { firstEventPageNames } from './first-event-pages.ts';
import { byPage } from './first-event-summary.ts';
import { weighRivals } from './rivals.ts';
import { weightSection } from './section.ts';
import { visitFirstEvent } from './visit-first-event.ts';
import { weighPages } from './whole-pages.ts';

const rounds = { full: 15, quick: 2 };

/** What Busbar and others weigh, and what they take of a cold page until its first event. Builds packages that have changed since they were built. */
export const weightStudy: CostStudy<WeightFindings> = { name: 'weight', measure, report };

async function measure({ browser, extent, tell }: Laboratory): Promise<WeightFindings> {
  await buildStalePackages(packagesOf(parts), tell);
  tell('bundling');
  return {
    parts: await Promise.all(parts.map(async (part) => ({ what: part.what, ...weightOf(await codeOf(part)) }))),
    pages: await weighPages(),
    rivals: await weighRivals(),
    firstEvents: byPage(await visitAll(browser, rounds[extent], tell)),
  };
}

/** Each round visits every page once, in a fresh context of the browser. */
async function visitAll(browser: Laboratory['browser'], times: number, tell: Laboratory['tell']): Promise<FirstEvent[]> {
  const folder = join(builtPages, 'weight');
  await buildFirstEventPages(folder);
  const server = await serveFolder(folder, isolatedPage);
  try {
    const firstEvents: FirstEvent[] = [];
    for (const { round, contestant } of interleave(firstEventPageNames, times)) {
      tell(`first events, round ${round + 1} of ${times}`);
      firstEvents.push(await visitFirstEvent(browser, server.address, contestant));
    }
    return firstEvents;
  } finally {
    server.close();
  }
}

function report(findings: WeightFindings): CostReport {
  const charts = [pagesChart(findings.pages), firstEventChart(findings.firstEvents)] as const;
  return { bars: weightBars(findings), charts, section: weightSection(findings, charts) };
}
