/** A `$ref` leads nowhere. */
export class SchemaReferenceError extends Error {
  override readonly name = 'SchemaReferenceError';
  /** The reference as it was written: `#/$defs/Item`. */
  readonly reference: string;
  /** Where it stands: `#/properties/item`. */
  readonly path: string;

  constructor(reference: string, path: string, why: string) {
    super(`The reference '${reference}' at ${path} leads nowhere: ${why}`);
    this.reference = reference;
    this.path = path;
  }
}
