import { join } from 'node:path';
import { builtPages, bundlePage } from '../measure/bundle-page.ts';
import { interleave } from '../measure/interleave.ts';
import { isolatedPage } from '../measure/isolated-page.ts';
import { serveFolder } from '../measure/serve-folder.ts';
import type { Laboratory } from '../report/cost-study.ts';
import type { StormFindings, StormRun } from './findings.ts';
import { meetingsOf, rounds } from './meetings.ts';
import { visitStorm } from './visit-storm.ts';
import { titleOf } from './weather-title.ts';

/** Lets every storm come over every contestant in each round, on a fresh page each. */
export async function measureStorms({ browser, extent, tell }: Laboratory): Promise<StormFindings> {
  const folder = join(builtPages, 'storm');
  tell('building the page');
  await bundlePage({ entry: 'storm/page/main.ts', name: 'storm', folder });
  const server = await serveFolder(folder, isolatedPage);
  try {
    const runs: StormRun[] = [];
    for (const { round, contestant: meeting } of turnsOf(extent)) {
      tell(`round ${round + 1}, ${titleOf(meeting)}: ${meeting.contestant}`);
      runs.push(await visitStorm(browser, { ...meeting, round, address: `${server.address}/storm` }));
    }
    return runs;
  } finally {
    server.close();
  }
}

/** On the slowed processor there are fewer rounds: they take most of the time. */
function turnsOf(extent: Laboratory['extent']) {
  const meetings = meetingsOf(extent);
  const { asItIs, slowed } = rounds[extent];
  return [
    ...interleave(
      meetings.filter(({ slowedBy }) => slowedBy === 1),
      asItIs,
    ),
    ...interleave(
      meetings.filter(({ slowedBy }) => slowedBy > 1),
      slowed,
    ),
  ];
}
