import { type Delivery, type DeliveryField, deliveryFields } from './delivery.ts';

/** What to tell people about the answers that cannot be used. */
export type DeliveryProblems = Partial<Record<DeliveryField, string>>;

/** As long as an address line on a parcel's label may be. */
const longest = 80;

const missing: Record<DeliveryField, string> = {
  name: 'Enter your name',
  email: 'Enter your email address',
  street: 'Enter your street and house number',
  postcode: 'Enter your postcode or Eircode',
  city: 'Enter your town or city',
};

/** Shapes that an answer must have; the message shows one that has it. */
const shapes: Partial<Record<DeliveryField, { pattern: RegExp; message: string }>> = {
  email: { pattern: /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/, message: 'Enter an email address like name@example.ie' },
  postcode: { pattern: /^[a-z0-9][a-z0-9 -]{1,8}[a-z0-9]$/i, message: 'Enter a postcode like D02 X285 or 1012 AB' },
};

/** Says which answers cannot be used, and why; an empty object where the order can go. */
export function validateDelivery(delivery: Delivery): DeliveryProblems {
  const problems = deliveryFields.map((field) => [field, problemOf(field, delivery[field].trim())] as const);
  return Object.fromEntries(problems.filter(([, problem]) => problem));
}

function problemOf(field: DeliveryField, answer: string): string | undefined {
  if (!answer) return missing[field];
  if (answer.length > longest) return `Use at most ${longest} characters`;
  const shape = shapes[field];
  return shape && !shape.pattern.test(answer) ? shape.message : undefined;
}
