import { launchChromium } from '../measure/launch-chromium.ts';
import { describeMachine } from '../measure/machine.ts';
import type { CostStudy, Laboratory } from '../report/cost-study.ts';
import type { MeasuredStudy } from './measured.ts';
import type { Progress } from './progress.ts';

/** The packages whose versions the page tells. */
const packages = [
  ...['@busbar/core', 'rxjs', 'zod', 'valibot', 'mitt', 'nanoevents', 'eventemitter3', 'postal', '@trutoo/event-bus'],
  ...['eventify', '@podium/browser', '@nextcloud/event-bus'],
];

/** Runs a study in a browser of its own, and shows how far it is. */
export async function measureStudy(
  study: CostStudy<unknown>,
  extent: Laboratory['extent'],
  { begin, tell, end }: Progress,
): Promise<MeasuredStudy> {
  begin(study.name);
  let outcome = 'failed';
  const browser = await launchChromium();
  try {
    const machine = describeMachine(browser, packages);
    const findings = await study.measure({ browser, extent, tell });
    outcome = 'measured';
    return { machine, findings };
  } finally {
    await browser.close();
    end(outcome);
  }
}
