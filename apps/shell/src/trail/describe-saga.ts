/**
 * Which saga an event of a saga is about, and which of its steps: `placeOrder 7K3Q-9M2T, takePayment, attempt 2`. Undefined
 * for the events of others.
 */
export function describeSaga(type: string, data: unknown): string | undefined {
  if (!type.startsWith('saga:') || typeof data !== 'object' || data === null) return undefined;
  const { saga, id, step, attempt } = data as Record<string, unknown>;
  if (typeof saga !== 'string' || typeof id !== 'string') return undefined;
  const parts = [`${saga} ${id}`];
  if (typeof step === 'string') parts.push(step);
  if (typeof attempt === 'number' && attempt > 1) parts.push(`attempt ${attempt}`);
  return parts.join(', ');
}
