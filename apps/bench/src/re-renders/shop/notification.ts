/** What the server has to say. */
export interface Notification {
  readonly id: string;
  readonly text: string;
  readonly urgent: boolean;
}

/** The newest first, no more than are shown. */
export function withNewest(some: readonly Notification[], newest: Notification): Notification[] {
  return [newest, ...some].slice(0, 5);
}
