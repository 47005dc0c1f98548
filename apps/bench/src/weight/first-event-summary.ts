import { type Spread, spreadOf } from '../measure/spread.ts';
import type { FirstEvent, FirstEvents } from './findings.ts';
import { type FirstEventPage, firstEventPageNames } from './first-event-pages.ts';
import { firstEventSteps, type Step } from './first-event-step.ts';

/** All that a page took until its first event was handled. */
export type Figure = 'parse' | 'script';

/** Puts the figures of each page together, a place for each round. */
export function byPage(visits: readonly FirstEvent[]): FirstEvents {
  const pages = firstEventPageNames.map((name) => {
    const own = visits.filter(({ page }) => page === name);
    const steps = firstEventSteps.filter((step) => own[0]?.steps[step] !== undefined);
    return [
      name,
      {
        parse: own.map(({ parse }) => parse),
        script: own.map(({ script }) => script),
        steps: Object.fromEntries(steps.map((step) => [step, own.map((visit) => visit.steps[step]!)])),
      },
    ];
  });
  return Object.fromEntries(pages) as FirstEvents;
}

/** How long a page took, in milliseconds. */
export function timeOf(found: FirstEvents, page: FirstEventPage, figure: Figure): Spread {
  return spreadOf(found[page][figure]);
}

/** How long each step took, from the end of the one before it, in microseconds; nothing of those that the page does not have. */
export function stepsOf(found: FirstEvents, page: FirstEventPage): Partial<Record<Step, Spread>> {
  const { steps } = found[page];
  const had = firstEventSteps.filter((step) => steps[step]);
  const took = had.map((step, index) => {
    const before = steps[had[index - 1]!];
    return [step, spreadOf(steps[step]!.map((end, round) => (end - (before?.[round] ?? 0)) * 1_000))] as const;
  });
  return Object.fromEntries(took);
}

/** What a page takes beside what two others take, in milliseconds: of each round, since machines are not the same all the time. */
export function beside(found: FirstEvents, whole: FirstEventPage, parts: readonly FirstEventPage[], figure: Figure): Spread {
  return spreadOf(
    found[whole][figure].map((time, round) => parts.reduce((rest, part) => rest - found[part][figure][round]!, time)),
  );
}
