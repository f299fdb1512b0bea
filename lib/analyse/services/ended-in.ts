import type { RegisterEntry } from '../../model/register.ts';
import { registerIndex } from './register-index.ts';
import { hasEnded } from './review-uses.ts';

/**
 * Says of AWS services (prefixes of IAM actions) whether a row about one, in an account, says that its use has ended by a day
 * (ISO date): what it left is looked for, even where another row has the service still in use.
 */
export function endedIn(
  register: readonly RegisterEntry[],
  account: string,
  today: string,
): (service: string) => boolean {
  const { rowsOf } = registerIndex(register);
  return (service) => rowsOf('aws', service).some((row) => row.isForAccount(account) && hasEnded(row.entry, today));
}
