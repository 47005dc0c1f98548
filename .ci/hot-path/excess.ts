import { parts, sumOf, type Work, type WorkByFunction, workEach } from './work.ts';

/**
 * Says what of an operation is more than it may be, and which functions do more than was recorded, the worst first.
 * Answers nothing where all is within the limits.
 */
export function excessOf(operation: string, work: WorkByFunction, limit: Work, recorded: WorkByFunction): string {
  const sum = sumOf(work);
  const exceeded = parts.filter((part) => sum[part] > limit[part]);
  if (exceeded.length === 0) return '';
  const grown = Object.entries(workEach(work, recorded)).filter(([, more]) => exceeded.some((part) => more[part] > 0));
  const weight = (more: Work): number => more.bytes + more.blocks;
  const byWeight = grown.sort(([, one], [, other]) => weight(other) - weight(one));
  return [
    `${operation}: ${exceeded.map((part) => `${sum[part]} ${part}, at most ${limit[part]}`).join('; ')}. More than was recorded:`,
    ...byWeight.map(([name, more]) => `  ${name}: ${changes(more)}`),
    'Look with `node .ci/hot-path.ts`; CONTRIBUTING.md, "The hot path", says what to do.',
  ].join('\n');
}

function changes(more: Work): string {
  const changed = parts.filter((part) => more[part] !== 0);
  return changed.map((part) => `${more[part] > 0 ? '+' : '−'}${Math.abs(more[part])} ${part}`).join(', ');
}
