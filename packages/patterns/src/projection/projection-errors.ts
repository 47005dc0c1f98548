declare module '@busbar/core' {
  interface PackageErrorDetails {
    'invalid-projection': { projection: unknown; problem: string; message: string };
    'snapshot-refused': { projection: string; version: number; given: unknown; source: string; message: string };
    'history-failed': { projection: string; source: string; message: string };
  }
}

export {};
