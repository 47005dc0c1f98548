import type { VersionChange } from '../changes/compare-versions.ts';

/** Which casts lead between a version and the one before, in a sentence. */
export function castWords({ previous, current }: VersionChange): string {
  const steps = [...new Set([...current.casts.up, ...current.casts.down])].filter(
    (step) => step >= previous.version && step < current.version,
  );
  const up = steps.filter((step) => current.casts.up.includes(step));
  const down = steps.filter((step) => current.casts.down.includes(step));
  if (up.length === 0 && down.length === 0) return 'There is no cast between the two.';
  const words = [up.length > 0 && `an upcast from ${versions(up)}`, down.length > 0 && `a downcast to ${versions(down)}`];
  return `The contract has ${words.filter(Boolean).join(' and ')}.`;
}

function versions(steps: readonly number[]): string {
  return steps.map((step) => `version ${step}`).join(', ');
}
