/**
 * Assigns rows to columns so that as many as possible have a partner, and among such assignments one with the least total
 * cost. Of `costs[row][column]`, `Infinity` means that the two do not go together. Takes time cubic in the number of branches.
 *
 * @returns the column of each row, `-1` for none.
 */
export function matchBranches(costs: readonly (readonly number[])[]): number[] {
  const columns = costs[0]?.length ?? 0;
  if (costs.length > columns) return invert(matchBranches(transpose(costs, columns)), costs.length);
  const assignment = new Assignment(costs, columns);
  for (const row of costs.keys()) assignment.place(row + 1);
  return assignment.partners();
}

/** Costs more than any assignment that goes together, and leaves whole numbers exact. */
const worse = 1e12;

/** The Hungarian method with potentials. Rows and columns count from 1; column 0 holds the row that is being placed. */
class Assignment {
  readonly #costs: readonly (readonly number[])[];
  readonly #owners: number[];
  readonly #rowPotentials: number[];
  readonly #columnPotentials: number[];

  constructor(costs: readonly (readonly number[])[], columns: number) {
    this.#costs = costs;
    this.#owners = new Array<number>(columns + 1).fill(0);
    this.#columnPotentials = new Array<number>(columns + 1).fill(0);
    this.#rowPotentials = new Array<number>(costs.length + 1).fill(0);
  }

  /** Gives a row a column, moving earlier rows to other columns where that is cheaper. */
  place(row: number): void {
    const slack = this.#owners.map(() => Infinity);
    const cameFrom = this.#owners.map(() => 0);
    const isUsed = this.#owners.map(() => false);
    this.#owners[0] = row;
    let column = 0;
    do {
      isUsed[column] = true;
      this.#reach(column, slack, cameFrom, isUsed);
      column = leastOf(slack, isUsed);
      this.#shift(slack[column] ?? 0, slack, isUsed);
    } while (this.#owners[column] !== 0);
    for (; column !== 0; column = cameFrom[column] ?? 0) this.#owners[column] = this.#owners[cameFrom[column] ?? 0] ?? 0;
  }

  partners(): number[] {
    const partners = this.#costs.map(() => -1);
    for (const [column, row] of this.#owners.entries()) {
      if (column > 0 && row > 0 && this.#costs[row - 1]?.[column - 1] !== Infinity) partners[row - 1] = column - 1;
    }
    return partners;
  }

  /** How cheaply each free column can be had from the row that owns this one. */
  #reach(from: number, slack: number[], cameFrom: number[], isUsed: readonly boolean[]): void {
    const row = this.#owners[from] ?? 0;
    for (const [column, known] of slack.entries()) {
      if (column === 0 || isUsed[column]) continue;
      const cost = Math.min(this.#costs[row - 1]?.[column - 1] ?? Infinity, worse);
      const reduced = cost - (this.#rowPotentials[row] ?? 0) - (this.#columnPotentials[column] ?? 0);
      if (reduced >= known) continue;
      slack[column] = reduced;
      cameFrom[column] = from;
    }
  }

  #shift(least: number, slack: number[], isUsed: readonly boolean[]): void {
    for (const [column, used] of isUsed.entries()) {
      const row = this.#owners[column] ?? 0;
      if (!used) slack[column] = (slack[column] ?? Infinity) - least;
      else {
        this.#rowPotentials[row] = (this.#rowPotentials[row] ?? 0) + least;
        this.#columnPotentials[column] = (this.#columnPotentials[column] ?? 0) - least;
      }
    }
  }
}

function leastOf(slack: readonly number[], isUsed: readonly boolean[]): number {
  let least = -1;
  for (const [column, value] of slack.entries()) {
    if (column > 0 && !isUsed[column] && (least < 0 || value < (slack[least] ?? Infinity))) least = column;
  }
  return least;
}

function transpose(costs: readonly (readonly number[])[], columns: number): number[][] {
  return Array.from({ length: columns }, (_, column) => costs.map((row) => row[column] ?? Infinity));
}

function invert(partners: readonly number[], length: number): number[] {
  const inverted = new Array<number>(length).fill(-1);
  for (const [index, partner] of partners.entries()) if (partner >= 0) inverted[partner] = index;
  return inverted;
}
