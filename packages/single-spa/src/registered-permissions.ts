import type { ScopeOptions } from '@busbar/core';
import { inDevelopment } from './development.ts';
import { isTexts } from './fields.ts';

/** What an application may do on the bus, as the host says it in `customProps.busbar`. */
export type RegisteredPermissions = Pick<ScopeOptions, 'publish' | 'subscribe'>;

/**
 * The permissions that the host registered an application with; none where it says nothing.
 *
 * @throws TypeError that names the application for anything but lists of patterns: a slip must not allow everything.
 */
export function registeredPermissions(name: string, given: unknown): RegisteredPermissions {
  const permissions = given ?? {};
  if (typeof permissions !== 'object') throw refusal(name, 'busbar');
  const wrong = Object.entries(permissions).find(([key, value]) => !isRight(key, value));
  if (wrong) throw refusal(name, `busbar.${wrong[0]}`);
  return permissions;
}

function isRight(key: string, value: unknown): boolean {
  return /^(publish|subscribe)$/.test(key) && (value === undefined || isTexts(value));
}

function refusal(name: string, prop: string): TypeError {
  return new TypeError(
    inDevelopment
      ? `"${name}" is registered with a wrong customProps.${prop}. Expected busbar: { publish, subscribe }, each a list of patterns or left out.`
      : `${name}: customProps.${prop}`,
  );
}
