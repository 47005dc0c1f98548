/** Something that the core does, and the sources that do it. */
export interface CorePart {
  readonly what: string;
  /** Under `packages/core/src`, without the ending. */
  readonly files: readonly string[];
  /** The function that brings it along: a bus without it does not have the part. */
  readonly imported?: string;
}

/** What the bytes of a bus are for. The rest is the surface, `on` and `emit` themselves, and what holds the parts together. */
export const coreParts: readonly CorePart[] = [
  {
    what: 'Dead letters: kept, listed, watched, redriven',
    files: ['dead-letter-box', 'kept-letters', 'redrive', 'hub/bury', 'hub/give', 'hub/letters', 'receive/dead-letter'],
  },
  {
    what: 'Trying: signals, time-outs, retries, policies',
    files: [
      'start-timer',
      'hub/handler-call',
      'receive/call-handler',
      'receive/delivery',
      'receive/retry-delay',
      'receive/watch-policy',
      'receive/while-alive',
    ],
  },
  {
    what: 'Queues in slices that let the page breathe',
    files: ['hub/delivery-queue', 'hub/direct-calls', 'hub/fan-out', 'hub/chain', 'hub/run-soon', 'hub/slice'],
  },
  {
    what: 'Figures: counts, percentiles, ages, `metrics$`',
    files: [
      'hub/clock',
      'hub/histogram',
      'hub/metrics',
      'receive/acknowledge',
      'receive/metrics',
      'receive/metrics-of',
      'receive/oldest',
    ],
  },
  { what: '`keepDeadLetters`, where it is imported', files: [], imported: 'keepDeadLetters' },
  {
    what: 'Bounds of what waits, wherever it waits',
    files: ['hub/line-up', 'receive/key-index', 'receive/lines', 'receive/overflow', 'receive/reception', 'receive/wait-in-lane'],
  },
  {
    what: 'Payloads: checked by their schema, copied, frozen, bounded',
    files: ['parse-payload', 'plain-copy', 'publish/validate'],
  },
  { what: 'One hub for all copies, the handshake', files: ['hub/create-hub', 'hub/join-hub', 'hub/version', 'hub/warn-once'] },
  {
    what: 'Plain `window` events both ways, personal data',
    files: ['json-schema', 'hub/window-edge', 'publish/adopt', 'publish/fit', 'publish/mirror'],
  },
  { what: '`adopt`, where it is imported', files: [], imported: 'adopt' },
  {
    what: 'Lag, storms and breakers told as events',
    files: ['hub/hub-events', 'publish/hub-publisher', 'publish/storm', 'publish/tell', 'receive/lag'],
  },
  { what: 'Overlap', files: ['receive/overlap', 'receive/count-running', 'receive/free'] },
  {
    what: 'Retained events, `replay`, `latest`',
    files: ['ask', 'readable', 'hub/retained-key', 'publish/retain', 'receive/replay'],
  },
  { what: 'Who may say and hear what', files: ['event-name', 'permissions', 'publish/authorize'] },
  {
    what: 'Dedupe, expiry, filters, the bound of hops',
    files: ['monotonic-time', 'hub/memory', 'publish/guard', 'receive/dedupe', 'receive/expire', 'receive/match'],
  },
  { what: 'Who defines, emits and hears what; drift; places of tags', files: ['field-tags', 'hub/catalogue'] },
  { what: 'Casting between versions', files: ['cast-event', 'receive/cast'] },
  { what: 'The envelope', files: ['publish/stamp'] },
  { what: 'Delivery in tasks, frames and idle times', files: ['receive/lanes', 'receive/schedule'] },
  { what: 'Stages of people’s own', files: ['custom-stages', 'receive/leave-stages'] },
  { what: 'Pages that are hidden, frozen or left', files: ['hub/follow-page'] },
  { what: '`toCloudEvent`, where it is imported', files: [], imported: 'toCloudEvent' },
  { what: '`once`', files: ['receive/once'] },
  { what: 'Rates', files: ['publish/throttle'] },
  { what: '`events$`', files: ['receive/events'] },
];
