/** A number of things, and the bytes that were there with them. */
export type Point = readonly [count: number, bytes: number];

/** Bytes for each further thing: the slope of the straight line that fits best (least squares). */
export function slopeOf(points: readonly Point[]): number {
  const mean = (part: 0 | 1): number => points.reduce((sum, point) => sum + point[part], 0) / points.length;
  const [count, bytes] = [mean(0), mean(1)];
  const together = points.reduce((sum, [x, y]) => sum + (x - count) * (y - bytes), 0);
  const alone = points.reduce((sum, [x]) => sum + (x - count) ** 2, 0);
  return together / alone;
}
