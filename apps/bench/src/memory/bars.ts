import type { Bar } from '../report/bar.ts';
import { leftBy, type MemoryFindings } from './findings.ts';

/** What a page that runs for long may keep, in kB: a hundredth of a byte for each of 10 million events. */
const limit = 100;

/** What many events may leave behind. */
export function memoryBars(findings: MemoryFindings): Bar[] {
  const { events, bytes } = leftBy(findings, 'off');
  const counted = events.toLocaleString('en-GB');
  return [{ what: `Heap that ${counted} events to 10 subscribers leave`, limit, measured: bytes / 1_000, unit: 'kB' }];
}
