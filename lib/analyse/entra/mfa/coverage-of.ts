import type { Enforcement, MfaCoverage, MfaGap, MfaStatus } from '../../../model/entra/mfa-coverage.ts';
import type { CrossTenantTrust } from '../../../model/entra/tenant.ts';
import type { EntraUser, PerUserMfa, Registration, Registrations } from '../../../model/entra/user.ts';
import { canMeet, isPhishingResistant } from '../../../model/entra/mfa-methods.ts';

/** What is joined with the enforcement; undefined where it was not read. */
export interface Joined {
  readonly registrations: Registrations | undefined;
  readonly perUserMfa: PerUserMfa | undefined;
  readonly trust: CrossTenantTrust | undefined;
  readonly isEmergencyAccount: (user: EntraUser) => boolean;
}

const disabled: Enforcement = { enforcement: 'notApplicable', gaps: [], isLegacyOpen: false };

/** Joins what is enforced for a user with what the user registered. */
export function coverageOf(user: EntraUser, general: Enforcement, joined: Joined): MfaCoverage {
  if (!user.enabled) return { ...disabled, user, status: 'disabledAccount', methods: [] };
  const registration = joined.registrations?.get(user.id);
  const isRegistered = registration?.isCapable;
  const enforcement = withPerUserMfa(user, general, joined, isRegistered);
  const { strength } = enforcement;
  const isTooWeak =
    registration !== undefined &&
    strength !== undefined &&
    !isHome(user, joined) &&
    !canMeet(strength, registration.methods);
  const gaps: readonly MfaGap[] = isTooWeak
    ? [...enforcement.gaps, { code: 'STRENGTH_NOT_REGISTERED', policies: [] }]
    : enforcement.gaps;
  return {
    ...enforcement,
    gaps,
    user,
    status: statusOf(user, enforcement, registration, { ...joined, isTooWeak }),
    ...(isRegistered !== undefined && { isRegistered }),
    methods: registration?.methods ?? [],
  };
}

/** Per-user MFA counts only where nothing newer enforces anything: it knows app passwords, remembered devices, trusted addresses. */
function withPerUserMfa(
  { id }: EntraUser,
  general: Enforcement,
  { perUserMfa }: Joined,
  isRegistered: boolean | undefined,
): Enforcement {
  if (general.enforcement !== 'none') return general;
  const state = perUserMfa?.get(id);
  if (state === undefined) {
    // Whether the old switch is on for this user, nobody knows.
    return { ...general, enforcement: 'unknown', gaps: [{ code: 'POLICIES_UNREADABLE', policies: [] }] };
  }
  if (state === 'disabled') return general;
  const gaps: readonly MfaGap[] = [{ code: 'PER_USER_LEGACY', policies: [] }];
  const isForced = state === 'enforced' || isRegistered === true;
  const { open: _, ...rest } = general;
  return { ...rest, enforcement: isForced ? 'conditional' : 'partial', strength: 'mfa', gaps };
}

function statusOf(
  user: EntraUser,
  { enforcement }: Enforcement,
  registration: Registration | undefined,
  joined: Joined & { readonly isTooWeak: boolean },
): MfaStatus {
  if (joined.isEmergencyAccount(user) && enforcement !== 'always' && isPhishingResistant(registration?.methods ?? []))
    return 'declaredException';
  switch (enforcement) {
    case 'unknown':
    case 'notApplicable':
      return 'unknown';
    case 'blocked':
      return 'ok';
    case 'partial':
    case 'conditional':
    case 'adaptive':
      return enforcement;
    case 'none':
      if (!registration) return 'unknown';
      return registration.isCapable ? 'capableNotEnforced' : 'unprotected';
    case 'always':
      if (isHome(user, joined)) return 'enforcedAtHome';
      if (!registration) return 'unknown';
      return registration.isCapable && !joined.isTooWeak ? 'ok' : 'enforcedNotRegistered';
  }
}

/** Whether the second factor of a guest is that of another tenant, whose word is taken for it. */
function isHome({ isGuest, kind }: EntraUser, { trust }: Joined): boolean {
  const isFromOutside = kind === 'b2bCollaborationMember' || (isGuest && kind !== 'internalGuest');
  // Which tenant a guest comes from, the account does not say: a partner that is not trusted would be an exception.
  return isFromOutside && trust !== undefined && trust.byDefault && ![...trust.partners.values()].includes(false);
}
