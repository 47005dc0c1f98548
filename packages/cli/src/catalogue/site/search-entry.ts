/** Something that search can find. */
export interface SearchEntry {
  readonly kind: 'event' | 'domain' | 'app' | 'owner' | 'tag';
  readonly name: string;
  /** Where its page is, from the root of the catalogue. */
  readonly path: string;
  readonly summary?: string;
  readonly lifecycle?: string;
  /** Owner, tags and apps. */
  readonly words?: readonly string[];
  /** Names of fields, each with the id of its element on the page. */
  readonly fields?: readonly (readonly [name: string, anchor: string])[];
}
