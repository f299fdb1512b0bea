import { daysBetween } from '../../../model/days.ts';
import type { AppCredential, Application, ServicePrincipal } from '../../../model/entra/application.ts';
import type { HeldCredential } from '../../../model/entra/application-review.ts';
import type { EntraRules } from '../../../model/standard.ts';

/** The credentials of an application, at its registration and at its service principal: both sign in. */
export function heldCredentials(
  registration: Application | undefined,
  servicePrincipal: ServicePrincipal | undefined,
  rules: EntraRules,
  asOf: Date,
): readonly HeldCredential[] {
  const of = (
    holder: HeldCredential['holder'],
    credentials: readonly AppCredential[] | undefined,
  ): readonly HeldCredential[] => (credentials ?? []).map((each) => held(each, holder, rules, asOf));
  return [
    ...of({ kind: 'application', id: registration?.id ?? '' }, registration?.credentials),
    // A managed identity's certificate is Azure's own, and renewed by Azure.
    ...(servicePrincipal?.isManagedIdentity
      ? []
      : of({ kind: 'servicePrincipal', id: servicePrincipal?.id ?? '' }, servicePrincipal?.credentials)),
  ];
}

function held(
  credential: AppCredential,
  holder: HeldCredential['holder'],
  { secretDays, certificateDays }: EntraRules,
  asOf: Date,
): HeldCredential {
  const { starts, ends, kind } = credential;
  const days = starts && ends ? daysBetween(starts, ends) : undefined;
  const most = kind === 'secret' ? secretDays : certificateDays;
  const isExpired = ends !== undefined && ends < asOf;
  return {
    ...credential,
    holder,
    isExpired,
    ...(days !== undefined && { days }),
    // A day more or less is the calendar's: two years may hold a leap day.
    isLongLived: !isExpired && (ends === undefined || (days !== undefined && days > most + 1)),
  };
}
