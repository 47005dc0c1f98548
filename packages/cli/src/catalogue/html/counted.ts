/** `1 event`, `1,200 events`. */
export function counted(count: number, thing: string, things = `${thing}s`): string {
  return `${count < 1_000 ? count : count.toLocaleString('en')} ${count === 1 ? thing : things}`;
}
