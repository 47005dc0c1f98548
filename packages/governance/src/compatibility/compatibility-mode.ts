/** Which versions have to understand each other. */
export type CompatibilityMode =
  | 'backward'
  | 'backward-transitive'
  | 'forward'
  | 'forward-transitive'
  | 'full'
  | 'full-transitive'
  | 'none';

/** `backward`: the new version reads what the old one wrote. `forward`: the old version reads what the new one writes. */
export type Direction = 'backward' | 'forward';

/** All modes, the least demanding first. */
export const compatibilityModes: readonly CompatibilityMode[] = [
  'none',
  'backward',
  'forward',
  'full',
  'backward-transitive',
  'forward-transitive',
  'full-transitive',
];

/** What a mode asks for. */
export function directionsOf(mode: CompatibilityMode): readonly Direction[] {
  if (mode === 'none') return [];
  if (mode.startsWith('full')) return ['backward', 'forward'];
  return [mode.startsWith('backward') ? 'backward' : 'forward'];
}

/** Whether a mode looks at all earlier versions, not at the latest alone. */
export function isTransitive(mode: CompatibilityMode): boolean {
  return mode.endsWith('-transitive');
}
