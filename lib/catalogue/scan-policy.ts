import type { Check } from '../model/check.ts';
import { neededPermissions } from './permissions.ts';

/** The IAM policy of whoever scans: the actions that the operations need, and nothing else. */
export function scanPolicy(checks: readonly Check[]): { Version: string; Statement: readonly object[] } {
  const actions = neededPermissions(checks).map(({ action }) => action);
  return { Version: '2012-10-17', Statement: [{ Sid: 'TenkenScan', Effect: 'Allow', Action: actions, Resource: '*' }] };
}
