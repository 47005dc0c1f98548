/** A measured value, and when it was measured. */
export type Point = readonly [time: number, value: number];

/** How much the values rise in one unit of time: the slope of the straight line that fits them best (least squares). */
export function slope(points: readonly Point[]): number {
  const mean = (index: 0 | 1): number => points.reduce((sum, point) => sum + point[index], 0) / points.length;
  const [time, value] = [mean(0), mean(1)];
  const together = points.reduce((sum, [x, y]) => sum + (x - time) * (y - value), 0);
  const alone = points.reduce((sum, [x]) => sum + (x - time) ** 2, 0);
  return together / alone;
}
