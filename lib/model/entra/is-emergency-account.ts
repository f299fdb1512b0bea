import type { EntraRules } from '../standard.ts';
import type { EntraUser } from './user.ts';

/** Whether the standard declares an account as one for emergencies, by object id or user principal name. Nobody guesses. */
export function isEmergencyAccount({ id, name }: Pick<EntraUser, 'id' | 'name'>, rules: EntraRules): boolean {
  const own = new Set([id.toLowerCase(), name.toLowerCase()]);
  return rules.emergencyAccounts.some((declared) => own.has(declared.toLowerCase()));
}
