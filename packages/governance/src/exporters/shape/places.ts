import type { Shape } from './shape.ts';

/** Every shape inside a shape, and itself, by place. Where a union of one form has its form's place, the union counts. */
export function shapesByPlace(root: Shape): Map<string, Shape> {
  const places = new Map<string, Shape>();
  const visit = (shape: Shape): void => {
    if (!places.has(shape.place)) places.set(shape.place, shape);
    innerShapes(shape).forEach(visit);
  };
  visit(root);
  return places;
}

/** Places that a shape further in is the same as. */
export function recursionTargets(root: Shape): Set<string> {
  return new Set([...everyShape(root)].flatMap((shape) => (shape.kind === 'recursion' ? shape.of : [])));
}

/** A shape and everything inside it. */
export function* everyShape(shape: Shape): Generator<Shape> {
  yield shape;
  for (const inner of innerShapes(shape)) yield* everyShape(inner);
}

function innerShapes(shape: Shape): readonly Shape[] {
  switch (shape.kind) {
    case 'array':
      return [shape.items];
    case 'tuple':
      return [...shape.items, ...(shape.rest ? [shape.rest] : [])];
    case 'object':
      return [...shape.fields.map((field) => field.shape), ...(shape.rest ? [shape.rest] : [])];
    case 'union':
      return shape.members;
    default:
      return [];
  }
}
