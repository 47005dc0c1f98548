import type { Visit } from './study.ts';

/** Throws where a page did not show after some action what the others of its size showed. */
export function assertSamePages(visits: readonly Visit[]): void {
  const expected = new Map<number, Visit>();
  for (const visit of visits) {
    const first = expected.get(visit.size) ?? visit;
    expected.set(visit.size, first);
    visit.actions.forEach(({ shown, kind }, index) => {
      if (shown === first.actions[index]?.shown) return;
      throw new Error(
        `With ${visit.size} micro-frontends, ${visit.variant} shows something else than ${first.variant} after action ${index + 1}, "${kind}".`,
      );
    });
  }
}
