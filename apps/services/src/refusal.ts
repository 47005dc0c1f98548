/** An error whose code whoever asked is told, with facts about it. */
export interface Refusal extends Error {
  readonly code: string;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Makes what a service throws that does not do what it was asked for. */
export function refusal(code: string, message: string, details?: Refusal['details']): Refusal {
  return Object.assign(new Error(message), { code, ...(details && { details }) });
}
