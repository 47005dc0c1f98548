type Plain = Readonly<Record<string, unknown>>;

/** Any JSON as a `google.protobuf.Value`; a bigint as its decimal text, as in CloudEvents. */
export function toValue(data: unknown): Plain {
  if (data === null || data === undefined) return { nullValue: 0 };
  if (typeof data === 'string' || typeof data === 'bigint') return { stringValue: String(data) };
  if (typeof data === 'number') return { numberValue: data };
  if (typeof data === 'boolean') return { boolValue: data };
  if (Array.isArray(data)) return { listValue: { values: data.map(toValue) } };
  return { structValue: { fields: Object.fromEntries(Object.entries(data).map(([name, value]) => [name, toValue(value)])) } };
}

/** The JSON that a `google.protobuf.Value` stands for. */
export function fromValue(value: Plain): unknown {
  if ('listValue' in value) return ((value['listValue'] as Plain)['values'] as Plain[] | undefined)?.map(fromValue) ?? [];
  if ('structValue' in value) {
    const fields = ((value['structValue'] as Plain)['fields'] ?? {}) as Readonly<Record<string, Plain>>;
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fromValue(field)]));
  }
  return value['stringValue'] ?? value['numberValue'] ?? value['boolValue'] ?? null;
}
