import type { Details } from 'contracts';
import type { DetailsField } from './details-fields.ts';

/** What to tell people about the answers that cannot be used. */
export type DetailsProblems = Partial<Record<DetailsField, string>>;

const email = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;

/** Says which answers cannot be kept, and why. An address may wait until somebody orders, so most may stay empty. */
export function validateDetails(details: Details): DetailsProblems {
  return {
    ...(details.name ? {} : { name: 'Enter your name' }),
    ...(details.email && !email.test(details.email) ? { email: 'Enter an email address like name@example.ie' } : {}),
  };
}
