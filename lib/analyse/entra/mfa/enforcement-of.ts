import {
  mfaStrengths,
  type ConditionalAccessPolicy,
  type MfaStrength,
  type NamedLocation,
} from '../../../model/entra/conditional-access.ts';
import type { Enforcement, GapCode, MfaEnforcement } from '../../../model/entra/mfa-coverage.ts';
import { demandOf, isLegacy, type Circumstances, type Demand } from './demand.ts';
import { GapList } from './gap-list.ts';
import { signInGrid, situation, type GridValue, type SignInGrid } from './sign-in-grid.ts';

/** A policy as it stands to a group of users that all policies treat alike. */
export interface PolicyForUser {
  readonly policy: ConditionalAccessPolicy;
  /** It applies; it does not, and why; or it may. */
  readonly stands: 'applies' | 'may-apply' | GapCode;
}

/** A policy that would ask for something at ordinary sign-ins, if it were not report-only. */
function watches({ policy, stands }: PolicyForUser): boolean {
  return stands === 'REPORT_ONLY' && !policy.isRiskOnly && !policy.isFlowOnly && policy.grant !== undefined;
}

/** Notes a policy that would have closed the door. */
function addWatching(gaps: GapList, each: PolicyForUser, at: number, cell: Cell): void {
  const demand = demandIn({ ...each, stands: 'applies' }, at, cell);
  if (demand?.kind === 'block' || demand?.kind === 'mfa') gaps.add('REPORT_ONLY', each.policy);
}

type Cell = Readonly<Record<keyof SignInGrid, GridValue>>;

/** Reasons that say more than that a policy is about other people, in the order in which they count. */
const nearMisses: ReadonlySet<string> = new Set<GapCode>([
  'EXCLUDED_GROUP',
  'EXCLUDED_GUEST',
  'EXCLUDED_USER',
  'PIM_ELIGIBLE',
  'SCOPED_ROLE',
]);

/** What Conditional Access enforces at every sign-in that can be chosen. Disabled policies are not among `policies`. */
export function enforcementOf(policies: readonly PolicyForUser[], locations: readonly NamedLocation[]): Enforcement {
  const applying = policies.filter(({ stands }) => stands === 'applies' || stands === 'may-apply');
  const watching = policies.filter(watches);
  const grid = signInGrid(
    [...applying, ...watching].map(({ policy }) => policy),
    locations,
  );
  const beside = missesBeside(policies);
  const gaps = new GapList();
  const counts = { blocked: 0, mfa: 0, open: 0, unknown: 0 };
  let insideExample: Cell | undefined;
  let unknownInside = false;
  let isLegacyOpen = false;
  let strength: MfaStrength | undefined;
  let example: Cell | undefined;
  for (const cell of cellsOf(grid)) {
    const isOutside = Object.values(cell).every(({ isOpenToOutsiders }) => isOpenToOutsiders);
    const said = applying.map((each, at) => demandIn(each, at, cell));
    const verdict = strongest(said);
    if (verdict.kind === 'mfa')
      strength = strength === undefined ? verdict.strength : weaker(strength, verdict.strength);
    if (verdict.kind === 'open') {
      addReasons(gaps, applying, said, cell, beside);
      watching.forEach((each, at) => addWatching(gaps, each, applying.length + at, cell));
    }
    if (verdict.kind === 'unknown') addUnknown(gaps, applying, said);
    if (isOutside) {
      counts[verdict.kind === 'block' ? 'blocked' : verdict.kind] += 1;
      if (verdict.kind === 'open') {
        isLegacyOpen ||= isLegacy(cell.clients.value);
        // A browser is an example that everybody understands.
        example ??= cell;
      }
    } else {
      if (verdict.kind === 'open') insideExample ??= cell;
      unknownInside ||= verdict.kind === 'unknown';
    }
  }
  const isBlocked = counts.mfa + counts.open + counts.unknown === 0 && !insideExample && !unknownInside && !strength;
  const open = example ?? insideExample;
  return {
    enforcement: isBlocked ? 'blocked' : verdictOf(counts, insideExample !== undefined || unknownInside),
    ...(strength && { strength }),
    gaps: gaps.list(),
    ...(open && { open: situation(open, locations) }),
    isLegacyOpen,
  };
}

function verdictOf(
  { mfa, open, unknown }: { readonly mfa: number; readonly open: number; readonly unknown: number },
  isOpenInside: boolean,
): MfaEnforcement {
  if (open > 0) return mfa + unknown > 0 ? 'partial' : 'none';
  if (unknown > 0) return 'unknown';
  return isOpenInside ? 'conditional' : 'always';
}

function* cellsOf(grid: SignInGrid): Generator<Cell> {
  for (const clients of grid.clients)
    for (const applications of grid.applications)
      for (const platforms of grid.platforms)
        for (const locations of grid.locations)
          for (const devices of grid.devices) yield { applications, clients, platforms, locations, devices };
}

/** What a policy asks in a situation; undefined where it does not apply. */
function demandIn({ policy, stands }: PolicyForUser, at: number, cell: Cell): Demand | undefined {
  if (isMissed(cell, at)) return undefined;
  const where: Circumstances = {
    client: cell.clients.value,
    platform: cell.platforms.value,
    device: cell.devices.value as Circumstances['device'],
  };
  const demand = demandOf(policy, where);
  if (demand.kind !== 'block' && demand.kind !== 'mfa') return demand;
  if (stands === 'may-apply') return { kind: 'unknown', code: 'POLICIES_UNREADABLE' };
  return policy.unknown.length > 0 ? { kind: 'unknown', code: 'UNKNOWN_CONTROL' } : demand;
}

/** Asked for every policy in every situation: it makes no list. */
function isMissed({ clients, applications, platforms, locations, devices }: Cell, at: number): boolean {
  return (
    clients.misses[at] !== undefined ||
    applications.misses[at] !== undefined ||
    platforms.misses[at] !== undefined ||
    locations.misses[at] !== undefined ||
    devices.misses[at] !== undefined
  );
}

function missesIn(cell: Cell, at: number): readonly GapCode[] {
  return Object.values(cell).flatMap(({ misses }) => misses[at] ?? []);
}

/** All policies must be met, so the hardest counts. */
function strongest(demands: readonly (Demand | undefined)[]): Demand {
  let hardest: Demand = { kind: 'open', code: 'NO_POLICY' };
  for (const demand of demands) {
    if (demand?.kind === 'block') return demand;
    if (
      demand?.kind === 'mfa' &&
      (hardest.kind !== 'mfa' || weaker(hardest.strength, demand.strength) !== demand.strength)
    )
      hardest = demand;
    if (demand?.kind === 'unknown' && hardest.kind === 'open') hardest = demand;
  }
  return hardest;
}

function weaker(a: MfaStrength, b: MfaStrength): MfaStrength {
  return mfaStrengths.indexOf(a) <= mfaStrengths.indexOf(b) ? a : b;
}

type Reason = readonly [GapCode, ConditionalAccessPolicy | undefined];

/** Why policies that do not apply to the user at all do not: near misses first, else what they are about, else nothing. */
function missesBeside(policies: readonly PolicyForUser[]): {
  readonly near: readonly Reason[];
  readonly far: readonly Reason[];
} {
  const others = policies.flatMap(({ policy, stands }): Reason[] =>
    stands === 'applies' || stands === 'may-apply' ? [] : [[stands, policy]],
  );
  const near = others.filter(([code]) => nearMisses.has(code));
  const about = others.filter(([code]) => !nearMisses.has(code) && code !== 'NOT_IN_SCOPE');
  const scope = others.filter(([code]) => code === 'NOT_IN_SCOPE');
  const none: readonly Reason[] = [['NO_POLICY', undefined]];
  return { near, far: [about, scope, none].find((each) => each.length > 0) ?? none };
}

/**
 * Why a sign-in is open. Policies that block count only where no other could have helped: closing one door is not a
 * second factor at the next.
 */
function addReasons(
  gaps: GapList,
  applying: readonly PolicyForUser[],
  said: readonly (Demand | undefined)[],
  cell: Cell,
  beside: ReturnType<typeof missesBeside>,
): void {
  const reasons = applying.flatMap(({ policy }, at): Reason[] => {
    const demand = said[at];
    return demand?.kind === 'open' ? [[demand.code, policy]] : missesIn(cell, at).map((code) => [code, policy]);
  });
  const helping = reasons.filter(([, policy]) => !policy?.grant?.controls.includes('block'));
  const own = helping.length > 0 || beside.near.length > 0 ? helping : reasons;
  const told = [...own, ...beside.near];
  for (const [code, policy] of told.length > 0 ? told : beside.far) gaps.add(code, policy);
}

function addUnknown(gaps: GapList, applying: readonly PolicyForUser[], said: readonly (Demand | undefined)[]): void {
  applying.forEach(({ policy }, at) => {
    const demand = said[at];
    if (demand?.kind === 'unknown') gaps.add(demand.code, policy);
  });
}
