import type { IntegerShape, LiteralsShape, Shape } from './shape.ts';

/** Literals as the plainest shape that a typed format has for them: texts are an enum, of others the type is left, a mixture is anything. */
export function plainLiterals(shape: LiteralsShape): Shape {
  const { kind: _, values, ...node } = shape;
  const constraints = { ...node.constraints, enum: values };
  if (values.every((value) => typeof value === 'string')) return shape;
  if (values.every((value) => typeof value === 'boolean'))
    return { ...node, kind: 'boolean', ...(values.length < 2 && { constraints }) };
  if (values.every((value) => Number.isSafeInteger(value))) return { ...wholeNumbers(values as number[]), ...node, constraints };
  if (values.every((value) => typeof value === 'number')) return { ...node, kind: 'number', constraints };
  return { ...node, kind: 'any', constraints };
}

function wholeNumbers(values: readonly number[]): Pick<IntegerShape, 'kind' | 'minimum' | 'maximum'> {
  return { kind: 'integer', minimum: Math.min(...values), maximum: Math.max(...values) };
}
