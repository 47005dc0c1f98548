import type { TestInfo } from '@playwright/test';
import type { BusbarOptions } from './busbar.ts';
import { countsOf, formatTrail } from './format-trail.ts';
import type { Recording } from './recording.ts';
import { asText, toTrailEvent } from './trail.ts';

/** Puts the trail into the report of the test: `busbar-trail.txt` for people, `busbar-trail.json` for programs. */
export async function attachTrail(
  recording: Recording,
  testInfo: TestInfo,
  when: BusbarOptions['attach'] = 'on-failure',
): Promise<void> {
  const hasFailed = testInfo.status !== testInfo.expectedStatus;
  if (when === 'never' || (when === 'on-failure' && !hasFailed)) return;
  await recording.pull();
  const { trail } = recording;
  const entries = trail.entries();
  const pages = new Map(entries.map(({ document }) => [`page ${document.page}: ${document.url}`, document]));
  const lines = [countsOf(entries), ...pages.keys(), '', formatTrail(trail, entries, 2_000), ''];
  await testInfo.attach('busbar-trail.txt', { body: lines.join('\n'), contentType: 'text/plain' });
  const body = asText({ leftOut: trail.leftOut, events: entries.map(toTrailEvent) }, 2);
  await testInfo.attach('busbar-trail.json', { body, contentType: 'application/json' });
}
