import type { Course, Handle } from '../../contestants/contestant.ts';
import { loadCopies } from '../../contestants/load-copies.ts';

/**
 * Opens one course over several copies of Busbar: each has as many of the subscribers as told, which may be none, and
 * the first one emits.
 */
export async function openCopies(subscribers: readonly number[], handle: Handle): Promise<Course> {
  const copies = await loadCopies(subscribers.length);
  const courses = copies.map(({ busbar }, copy) => busbar({ dom: 'off', delivery: 'sync' }).open(subscribers[copy]!, handle));
  const [first] = courses;
  return {
    emit: first!.emit,
    settled: first!.settled,
    close() {
      for (const course of courses) course.close();
    },
  };
}
