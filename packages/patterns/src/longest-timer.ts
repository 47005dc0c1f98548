/** The longest time that a browser's timer can wait, in milliseconds: a longer one would end at once. */
export const longestTimer: number = 2 ** 31 - 1;
