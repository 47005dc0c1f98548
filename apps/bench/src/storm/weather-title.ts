import type { Weather } from './meetings.ts';

const titles: Readonly<Record<Weather['storm'], string>> = { 'at-once': 'At once', stream: 'As a stream' };

/** A storm and its processor, in few words. */
export function titleOf({ storm, slowedBy }: Weather): string {
  return slowedBy === 1 ? titles[storm] : `${titles[storm]}, processor slowed ${slowedBy} ×`;
}
