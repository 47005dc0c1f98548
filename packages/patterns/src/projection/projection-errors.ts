/** What the errors of projections tell beside their code. */
export interface ProjectionErrorDetails {
  'invalid-projection': { projection: unknown; problem: string; message: string };
  'snapshot-refused': {
    projection: string;
    version: number;
    /** Of which projection and version the snapshot says it is. */
    given: { name: unknown; version: unknown };
    problem: string;
    source: string;
    message: string;
  };
  'history-failed': { projection: string; source: string; message: string };
}

declare module '@busbar/core' {
  interface PackageErrorDetails extends ProjectionErrorDetails {}
}
