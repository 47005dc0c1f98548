/**
 * Assigns rows to columns so that as many as possible have a partner, and among such assignments one with the least total
 * cost. Of `costs[row][column]`, `Infinity` means that the two do not go together.
 *
 * This is the Hungarian method with potentials, cubic in the number of branches. Answers the column of each row, `-1` for none.
 */
export function matchBranches(costs: readonly (readonly number[])[]): number[] {
  const rows = costs.length;
  const columns = costs[0]?.length ?? 0;
  if (rows > columns) return invert(matchBranches(transpose(costs, columns)), rows);
  const owner = new Array<number>(columns + 1).fill(0);
  const rowPotential = new Array<number>(rows + 1).fill(0);
  const columnPotential = new Array<number>(columns + 1).fill(0);
  for (let row = 1; row <= rows; row++) assign(row);
  const partners = new Array<number>(rows).fill(-1);
  for (let column = 1; column <= columns; column++) {
    const row = (owner[column] ?? 0) - 1;
    if (row >= 0 && costs[row]?.[column - 1] !== Infinity) partners[row] = column - 1;
  }
  return partners;

  /** Gives a row a column, moving earlier rows to other columns where that is cheaper. */
  function assign(row: number): void {
    const slack = new Array<number>(columns + 1).fill(Infinity);
    const cameFrom = new Array<number>(columns + 1).fill(0);
    const isUsed = new Array<boolean>(columns + 1).fill(false);
    owner[0] = row;
    let column = 0;
    do {
      isUsed[column] = true;
      column = advance(column, slack, cameFrom, isUsed);
    } while (owner[column] !== 0);
    while (column !== 0) {
      const previous = cameFrom[column] ?? 0;
      owner[column] = owner[previous] ?? 0;
      column = previous;
    }
  }

  /** The next cheapest column to try, with the potentials brought up to it. */
  function advance(from: number, slack: number[], cameFrom: number[], isUsed: readonly boolean[]): number {
    const row = owner[from] ?? 0;
    let next = 0;
    let least = Infinity;
    for (let column = 1; column <= columns; column++) {
      if (isUsed[column]) continue;
      const reduced = costOf(row, column) - (rowPotential[row] ?? 0) - (columnPotential[column] ?? 0);
      if (reduced < (slack[column] ?? Infinity)) {
        slack[column] = reduced;
        cameFrom[column] = from;
      }
      if ((slack[column] ?? Infinity) < least) {
        least = slack[column] ?? Infinity;
        next = column;
      }
    }
    for (let column = 0; column <= columns; column++) {
      if (isUsed[column]) {
        const used = owner[column] ?? 0;
        rowPotential[used] = (rowPotential[used] ?? 0) + least;
        columnPotential[column] = (columnPotential[column] ?? 0) - least;
      } else {
        slack[column] = (slack[column] ?? Infinity) - least;
      }
    }
    return next;
  }

  function costOf(row: number, column: number): number {
    const cost = costs[row - 1]?.[column - 1] ?? Infinity;
    return cost === Infinity ? worse : cost;
  }
}

/** Costs more than any assignment that goes together, and leaves whole numbers exact. */
const worse = 1e12;

function transpose(costs: readonly (readonly number[])[], columns: number): number[][] {
  return Array.from({ length: columns }, (_, column) => costs.map((row) => row[column] ?? Infinity));
}

function invert(partners: readonly number[], length: number): number[] {
  const inverted = new Array<number>(length).fill(-1);
  for (const [index, partner] of partners.entries()) if (partner >= 0) inverted[partner] = index;
  return inverted;
}
