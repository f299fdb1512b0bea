import { endedIn } from '../analyse/services/ended-in.ts';
import { dayIn } from '../model/days.ts';
import type { Standard } from '../model/standard.ts';

/** The services whose use has ended in an account by its register, on the day that it is where the organisation is. */
export function endedServices(
  { register, deployment: { timeZone } }: Standard,
  now: Date,
): (account: string) => (service: string) => boolean {
  const today = dayIn(now, timeZone);
  return (account) => endedIn(register, account, today);
}
