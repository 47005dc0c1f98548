/** Browsers collect when they like: after so many seconds what is still there counts as held by somebody. */
const patience = 60;

/**
 * How many of some objects stay in memory: counted until they are as few as they should be, while so much garbage is made
 * that any browser collects. Pages have no other way to ask for it. Counts get rarer, since a browser that collects step by
 * step keeps what it is asked for meanwhile.
 */
export async function countAlive(references: readonly WeakRef<object>[], expected: number): Promise<number> {
  const alive = (): number => references.filter((reference) => reference.deref()).length;
  const end = performance.now() + patience * 1_000;
  for (let rounds = 20; ; rounds *= 2) {
    for (let round = 0; round < rounds; round++) await makeGarbage();
    if (alive() <= expected || performance.now() > end) return alive();
  }
}

async function makeGarbage(): Promise<void> {
  const buffer = new Uint8Array(8 * 2 ** 20);
  const objects = Array.from({ length: 20_000 }, (_none, index) => ({ index, text: `object ${index}` }));
  buffer[0] = objects.length;
  await new Promise((resolve) => setTimeout(resolve, 5));
}
