/** What happens on a page until its first event is handled. A page leaves out what its bus does not have. */
export const firstEventSteps = ['create', 'define', 'subscribe', 'handled'] as const;
export type Step = (typeof firstEventSteps)[number];

/** The mark at which scripts are timed no longer. */
export const firstHandled = 'first event handled';
