/** Makes so many more of something, keeps them, and answers how many there are now. */
export type Growth = (count: number) => number | Promise<number>;

/** A growth that ends the measurement where less is kept than was made. */
export function checked(growth: Growth): (count: number) => Promise<void> {
  let made = 0;
  return async (count) => {
    made += count;
    const kept = await growth(count);
    if (kept !== made) throw new Error(`${kept} of ${made} are there.`);
  };
}
