/** Asked of each place in payloads, such as `customer.email` or `lines.*.note`: whether what is there is about a person. */
export type IsPersonal = (path: string) => boolean;

const personal = new Set(
  `email mail phone telephone mobile fax password passwd passphrase secret token pin iban bic card cvc cvv ssn passport birthday
birthdate birth dob street address zip postcode postal city firstname lastname surname fullname username nickname givenname
familyname customername gender age ip latitude longitude lat lng`.split(/\s+/),
);

/** Guesses by the names of fields: `customer.email`, `shippingAddress.street`. Names of things, such as `product.name`, are left alone. */
export function looksPersonal(path: string): boolean {
  return path.split('.').some((name) => {
    const words = name
      .replace(/([a-z])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .split(/[^a-z]+/);
    return personal.has(words.join('')) || words.some((word) => personal.has(word) && word !== 'age' && word !== 'pin');
  });
}
