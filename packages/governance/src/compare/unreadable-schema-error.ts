/** A schema has a keyword whose value makes no sense, or goes too deep. */
export class UnreadableSchemaError extends Error {
  override readonly name = 'UnreadableSchemaError';
  /** Which of the two schemas: what the writer has, or what the reader has. */
  readonly side: 'original' | 'updated';
  /** Where the keyword stands: `#/properties/sku/maxLength`. */
  readonly path: string;

  constructor(side: 'original' | 'updated', path: string, expected: string, value: unknown) {
    super(`The ${side} schema cannot be read: ${path} has to be ${expected}, and it is ${shorten(value)}.`);
    this.side = side;
    this.path = path;
  }
}

function shorten(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
