import type { Shape } from './shape.ts';

/** A shape without `null`, and whether `null` was one of its values. Without a shape, there was nothing else. */
export interface WithoutNull {
  readonly shape?: Shape;
  readonly isNullable: boolean;
}

/** Takes `null` out of a shape, for formats that say in another way that a value may be missing. */
export function splitNull(shape: Shape): WithoutNull {
  if (shape.kind === 'null') return { isNullable: true };
  if (shape.kind === 'literals') return splitLiterals(shape, shape.values);
  if (shape.kind !== 'union') return { shape, isNullable: false };
  const parts = shape.members.map(splitNull);
  const isNullable = parts.some((part) => part.isNullable);
  const members = parts.flatMap((part) => part.shape ?? []);
  if (members.length > 1) return { shape: { ...shape, members }, isNullable };
  return { ...(members[0] && { shape: described(members[0], shape) }), isNullable };
}

function splitLiterals(shape: Shape & { readonly kind: 'literals' }, values: readonly unknown[]): WithoutNull {
  const others = values.filter((value) => value !== null);
  return { ...(others.length > 0 && { shape: { ...shape, values: others } }), isNullable: others.length < values.length };
}

/** What is said of a nullable value as a whole is said of the value. */
function described(member: Shape, { title, description, deprecated, constraints }: Shape): Shape {
  return {
    ...member,
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    ...(deprecated && { deprecated }),
    constraints: { ...member.constraints, ...constraints },
  };
}
