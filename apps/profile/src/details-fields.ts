import type { Details } from 'contracts';

/** One answer of the form. */
export type DetailsField = keyof Details;

/** The form's questions, in order. */
export const detailsFields: readonly { readonly name: DetailsField; readonly label: string; readonly autocomplete: string }[] = [
  { name: 'name', label: 'Full name', autocomplete: 'name' },
  { name: 'email', label: 'Email', autocomplete: 'email' },
  { name: 'street', label: 'Street and house number', autocomplete: 'address-line1' },
  { name: 'postcode', label: 'Postcode or Eircode', autocomplete: 'postal-code' },
  { name: 'city', label: 'Town or city', autocomplete: 'address-level2' },
];

/** The form before anybody has written anything. */
export const noDetails: Details = { name: '', email: '', street: '', postcode: '', city: '' };
