export type { App, Apps } from './lock/apps.ts';
export { formatLock } from './lock/format-lock.ts';
export { hashOf, type Shape } from './lock/hash-of.ts';
export { LockError, type LockErrorCode, type LockProblem } from './lock/lock-error.ts';
export { emptyLock, type LockedContract, type LockedVersion, type LockFile } from './lock/lock-file.ts';
export { describedVersions } from './lock/locked-versions.ts';
export { parseLock } from './lock/parse-lock.ts';
export { verifyLock } from './lock/verify-lock.ts';
