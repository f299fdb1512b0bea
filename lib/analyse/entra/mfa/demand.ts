import {
  mfaStrengths,
  type ConditionalAccessPolicy,
  type MfaStrength,
} from '../../../model/entra/conditional-access.ts';
import type { GapCode, SignInSituation } from '../../../model/entra/mfa-coverage.ts';

/** What a policy makes of a sign-in that it applies to. */
export type Demand =
  | { readonly kind: 'block' }
  | { readonly kind: 'mfa'; readonly strength: MfaStrength }
  | { readonly kind: 'open'; readonly code: GapCode }
  | { readonly kind: 'unknown'; readonly code: GapCode };

/** What of a situation decides whether a control can be met. */
export type Circumstances = Pick<SignInSituation, 'client' | 'platform' | 'device'>;

const block: Demand = { kind: 'block' };

/** Clients that cannot bring a second factor, nor anything else that a policy asks for. */
export function isLegacy(client: string): boolean {
  return client === 'exchangeActiveSync' || client === 'other';
}

/** What a policy asks of a sign-in. A control that cannot be met blocks ("Conditional Access: Grant", Microsoft Entra ID). */
export function demandOf({ grant }: ConditionalAccessPolicy, where: Circumstances): Demand {
  if (!grant) return { kind: 'open', code: 'SESSION_ONLY' };
  if (grant.controls.includes('block') || isLegacy(where.client)) return block;
  const met = controlsOf(grant).flatMap((control) => meet(control, grant, where) ?? []);
  if (grant.operator === 'OR') return anyOf(met);
  return met.length < controlsOf(grant).length ? withoutAll(met) : allOf(met);
}

type Grant = NonNullable<ConditionalAccessPolicy['grant']>;

function controlsOf(grant: Grant): readonly string[] {
  return [
    ...grant.controls,
    ...grant.custom.map(() => 'custom'),
    ...(grant.termsOfUse ? ['termsOfUse'] : []),
    ...(grant.strength ? ['strength'] : []),
  ];
}

/** What a control comes to in these circumstances; undefined when it cannot be met there. */
function meet(control: string, grant: Grant, { client, platform, device }: Circumstances): Demand | undefined {
  const isMobileApp = client === 'mobileAppsAndDesktopClients' && (platform === 'iOS' || platform === 'android');
  const hasMfa = grant.controls.includes('mfa') || grant.strength !== undefined;
  const ofDevice: Demand = { kind: 'open', code: hasMfa ? 'OR_CONTROL' : 'DEVICE_STATE' };
  switch (control) {
    case 'mfa':
      return { kind: 'mfa', strength: 'mfa' };
    case 'strength':
      return strengthDemand(grant);
    case 'compliantDevice':
      return device === 'compliant' ? ofDevice : undefined;
    case 'domainJoinedDevice':
      return device === 'hybrid' ? ofDevice : undefined;
    case 'approvedApplication':
    case 'compliantApplication':
      return isMobileApp ? { kind: 'open', code: 'OR_CONTROL' } : undefined;
    case 'termsOfUse':
      return { kind: 'open', code: 'OR_CONTROL' };
    case 'custom':
      return { kind: 'unknown', code: 'CUSTOM_CONTROL' };
    default:
      return { kind: 'unknown', code: 'UNKNOWN_CONTROL' };
  }
}

function strengthDemand({ strength }: Grant): Demand {
  if (strength?.isMfa === undefined) return { kind: 'unknown', code: 'UNKNOWN_CONTROL' };
  return strength.isMfa
    ? { kind: 'mfa', strength: strength.weakest ?? 'mfa' }
    : { kind: 'open', code: 'WEAK_STRENGTH' };
}

/** Whoever signs in takes the easiest way. */
function anyOf(ways: readonly Demand[]): Demand {
  const easiest =
    ways.find(({ kind }) => kind === 'open') ??
    ways.find(({ kind }) => kind === 'unknown') ??
    strengthsIn(ways).toSorted((a, b) => rank(a) - rank(b))[0];
  if (easiest === undefined) return block;
  return typeof easiest === 'string' ? { kind: 'mfa', strength: easiest } : easiest;
}

/** Everything must be brought: one second factor among it is enough. */
function allOf(parts: readonly Demand[]): Demand {
  const strongest = strengthsIn(parts).toSorted((a, b) => rank(b) - rank(a))[0];
  if (strongest !== undefined) return { kind: 'mfa', strength: strongest };
  return parts.find(({ kind }) => kind === 'unknown') ?? parts[0] ?? { kind: 'open', code: 'SESSION_ONLY' };
}

/** Where something cannot be brought, nobody gets in; it is said as MFA where that is asked for as well. */
function withoutAll(parts: readonly Demand[]): Demand {
  return strengthsIn(parts).length > 0 ? allOf(parts) : block;
}

function strengthsIn(demands: readonly Demand[]): MfaStrength[] {
  return demands.flatMap((each) => (each.kind === 'mfa' ? [each.strength] : []));
}

function rank(strength: MfaStrength): number {
  return mfaStrengths.indexOf(strength);
}
