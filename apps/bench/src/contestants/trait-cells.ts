import type { Profile, Traits } from './profile.ts';

const titles: Readonly<Record<keyof Traits, string>> = {
  validates: 'checks',
  isolates: 'isolates',
  freezes: 'freezes',
  replays: 'replays',
  meetsCopies: 'copies meet',
};
const order = Object.keys(titles) as (keyof Traits)[];

/** The headings of the columns that say what contestants do. */
export const traitTitles: readonly string[] = Object.values(titles);

/** What a contestant does, in the order of the headings. */
export function traitCells({ traits }: Pick<Profile, 'traits'>): string[] {
  return order.map((name) => {
    const trait = traits[name];
    return typeof trait === 'string' ? trait : trait ? 'yes' : 'no';
  });
}
