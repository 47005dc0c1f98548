import { defineEvents } from '@busbar/core';
import * as z from 'zod';

/** What every event of the probe says. */
export const Parcel = z.object({ number: z.number().int(), to: z.string() });

/** The contracts of the probe, one for each way that an event can meet the page. */
export const parcel = defineEvents('parcel', {
  sent: { version: 1, schema: Parcel, summary: 'A parcel is on its way', owner: 'team-parcel' },
  located: { version: 1, schema: Parcel, retain: 'latest', summary: 'A parcel was seen here' },
  weighed: { version: 1, schema: Parcel, retain: 3 },
  announced: { version: 1, schema: Parcel, dom: 'out' },
  sorted: { version: 1, schema: Parcel, dom: 'off' },
  signed: { version: 1, schema: Parcel, tags: ['pii'] },
});
