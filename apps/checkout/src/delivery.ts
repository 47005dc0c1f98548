import type { Details } from 'contracts';

/** Who gets the parcel, and where: what the form asks for. */
export type Delivery = Details;

/** One answer of the form. */
export type DeliveryField = keyof Delivery;

/** In the order of the form. */
export const deliveryFields: readonly DeliveryField[] = ['name', 'email', 'street', 'postcode', 'city'];

/** The form before anybody has written anything. */
export const emptyDelivery: Delivery = { name: '', email: '', street: '', postcode: '', city: '' };
