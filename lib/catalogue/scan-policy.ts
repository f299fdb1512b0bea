import type { Check } from '../model/check.ts';
import { neededPermissions } from './permissions.ts';

/** Actions that read more than the scan needs unless their resources are named: values of API keys, for one. */
const limited: Readonly<Record<string, readonly string[]>> = {
  'apigateway:GET': ['arn:aws*:apigateway:*::/apis*', 'arn:aws*:apigateway:*::/restapis*'],
};

/** The IAM policy of whoever scans: the actions that the operations need, and nothing else. */
export function scanPolicy(checks: readonly Check[]): { Version: string; Statement: readonly object[] } {
  const actions = neededPermissions(checks).map(({ action }) => action);
  const statement = (Sid: string, Action: readonly string[], Resource: string | readonly string[]) => {
    return { Sid, Effect: 'Allow', Action, Resource };
  };
  return {
    Version: '2012-10-17',
    Statement: [
      statement(
        'TenkenScan',
        actions.filter((action) => !Object.hasOwn(limited, action)),
        '*',
      ),
      ...Object.entries(limited)
        .filter(([action]) => actions.includes(action))
        .map(([action, resources]) => statement(`TenkenScan${action.replaceAll(/\W/g, '')}`, [action], resources)),
    ],
  };
}
