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
import { sweep, type Dimension, type SignIns, type Work } from './sweep.ts';

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

/** Reasons that say more than that a policy is about other people. */
const nearMisses: ReadonlySet<string> = new Set<GapCode>([
  'EXCLUDED_GROUP',
  'EXCLUDED_GUEST',
  'EXCLUDED_USER',
  'PIM_ELIGIBLE',
  'SCOPED_ROLE',
]);

/** Too many sign-ins to try them all: said as not known, and never as good. */
const undecided: Enforcement = {
  enforcement: 'unknown',
  gaps: [{ code: 'TOO_MANY_SIGN_INS', policies: [] }],
  isLegacyOpen: false,
};

/** What Conditional Access enforces at every sign-in that can be chosen. Disabled policies are not among `policies`. */
export function enforcementOf(
  policies: readonly PolicyForUser[],
  locations: readonly NamedLocation[],
  work: Work = { left: Number.POSITIVE_INFINITY },
): Enforcement {
  const applying = policies.filter(({ stands }) => stands === 'applies' || stands === 'may-apply');
  const considered = [...applying, ...policies.filter(watches)];
  const grid = signInGrid(
    considered.map(({ policy }) => policy),
    locations,
  );
  const gaps = new GapList();
  const openValues = new Map<Dimension, Set<GridValue>>();
  const outside = { block: 0, mfa: 0, open: 0, unknown: 0 };
  const inside = { block: 0, mfa: 0, open: 0, unknown: 0 };
  let strength: MfaStrength | undefined;
  let isLegacyOpen = false;
  let example: SignIns | undefined;
  let insideExample: SignIns | undefined;
  const isWhole = sweep(grid, deciding(considered, grid), work, (signIns) => {
    const { kind, strength: asked } = verdictOn(signIns, considered, gaps);
    const isOutside = Object.values(signIns.groups).every(([{ isOpenToOutsiders }]) => isOpenToOutsiders);
    (isOutside ? outside : inside)[kind] += 1;
    if (asked) strength = strength === undefined ? asked : weaker(strength, asked);
    if (kind !== 'open') return;
    noteValues(openValues, signIns);
    if (isOutside) {
      isLegacyOpen ||= isLegacy(signIns.groups.clients[0].value);
      // A browser comes first, and is an example that everybody understands.
      example ??= signIns;
    } else insideExample ??= signIns;
  });
  if (!isWhole) return undecided;
  if (outside.open + inside.open > 0) addReasons(gaps, policies, applying, openValues);
  const open = example ?? insideExample;
  const enforcement = enforcementBy(outside, inside);
  return {
    enforcement,
    // What is asked for inside alone enforces nothing against an outsider.
    ...(strength && enforcement !== 'none' && { strength }),
    gaps: gaps.list(),
    ...(open && { open: situation(open.groups, locations) }),
    isLegacyOpen,
  };
}

/**
 * Places of the policies that can make a difference. Where one of them asks for a second factor at every sign-in, others
 * can only ask for a stronger one, or block; and to block some sign-ins changes nothing as long as one is left. Without
 * this, users of a tenant with hundreds of policies take long.
 */
function deciding(considered: readonly PolicyForUser[], grid: SignInGrid): readonly number[] {
  const all = [...considered.keys()];
  const everywhere = all.find((at) => asksEverywhere(considered[at], at, grid));
  if (everywhere === undefined) return all;
  const changing = all.filter((at) => at !== everywhere && mayChange(considered[at]));
  const ordinary = Object.values(grid).map((values: readonly GridValue[]) => values[0]);
  const isLeft = changing.every(
    (at) =>
      considered[at]?.policy.grant?.controls.includes('block') === true && ordinary.some((value) => value?.misses[at]),
  );
  return isLeft ? [everywhere] : [everywhere, ...changing];
}

/** Whether a policy asks for plain MFA, and nothing else, at every sign-in. */
function asksEverywhere(each: PolicyForUser | undefined, at: number, grid: SignInGrid): boolean {
  if (each?.stands !== 'applies' || each.policy.unknown.length > 0) return false;
  const { grant } = each.policy;
  const isPlain = grant?.controls.length === 1 && grant.controls[0] === 'mfa' && !grant.strength;
  if (!isPlain || grant.custom.length > 0 || grant.termsOfUse) return false;
  return Object.values(grid).every((values: readonly GridValue[]) =>
    values.every(({ misses }) => misses[at] === undefined),
  );
}

/** Whether a policy can do more than ask for plain MFA: block, by name or by what cannot be brought, or ask for more. */
function mayChange(each: PolicyForUser | undefined): boolean {
  if (!each || each.stands === 'REPORT_ONLY') return false;
  const { grant } = each.policy;
  return (
    grant?.strength !== undefined || grant?.controls.includes('block') === true || !grant?.controls.includes('mfa')
  );
}

type Counts = Readonly<Record<Demand['kind'], number>>;

function enforcementBy(outside: Counts, inside: Counts): MfaEnforcement {
  const others = (counts: Counts): number => counts.mfa + counts.open + counts.unknown;
  if (others(outside) + others(inside) === 0) return 'blocked';
  if (outside.open > 0) return outside.mfa + outside.unknown > 0 ? 'partial' : 'none';
  if (outside.unknown > 0) return 'unknown';
  return inside.open + inside.unknown > 0 ? 'conditional' : 'always';
}

/** What all policies together make of sign-ins. Notes what nobody can tell, and which policies would have closed the door. */
function verdictOn(
  { groups, matching }: SignIns,
  considered: readonly PolicyForUser[],
  gaps: GapList,
): { readonly kind: Demand['kind']; readonly strength?: MfaStrength } {
  const where: Circumstances = {
    client: groups.clients[0].value,
    platform: groups.platforms[0].value,
    device: groups.devices[0].value as Circumstances['device'],
  };
  const said = matching.flatMap((at) => {
    const each = considered[at];
    return each ? [{ each, demand: demandBy(each, where) }] : [];
  });
  const inForce = said.filter(({ each }) => each.stands !== 'REPORT_ONLY');
  const verdict = strongest(inForce.map(({ demand }) => demand));
  if (verdict.kind === 'unknown')
    for (const { each, demand } of inForce) if (demand.kind === 'unknown') gaps.add(demand.code, each.policy);
  if (verdict.kind === 'open')
    for (const { each, demand } of said) {
      if (each.stands === 'REPORT_ONLY') {
        if (demand.kind === 'block' || demand.kind === 'mfa') gaps.add('REPORT_ONLY', each.policy);
      } else if (demand.kind === 'open') gaps.add(demand.code, each.policy);
    }
  return verdict;
}

/** What a policy asks for; where nobody knows whether it applies, what it would ask for is not known either. */
function demandBy({ policy, stands }: PolicyForUser, where: Circumstances): Demand {
  const demand = demandOf(policy, where);
  if (demand.kind !== 'block' && demand.kind !== 'mfa') return demand;
  if (stands === 'may-apply') return { kind: 'unknown', code: 'POLICIES_UNREADABLE' };
  return policy.unknown.length > 0 ? { kind: 'unknown', code: 'UNKNOWN_CONTROL' } : demand;
}

function noteValues(openValues: Map<Dimension, Set<GridValue>>, { groups }: SignIns): void {
  for (const dimension of Object.keys(groups) as Dimension[]) {
    const values = openValues.get(dimension) ?? new Set();
    openValues.set(dimension, values);
    for (const value of groups[dimension]) values.add(value);
  }
}

/** All policies must be met, so the hardest counts. */
function strongest(demands: readonly Demand[]): Demand {
  let hardest: Demand = { kind: 'open', code: 'NO_POLICY' };
  for (const demand of demands) {
    if (demand.kind === 'block') return demand;
    const isHarder =
      hardest.kind !== 'mfa' ||
      (demand.kind === 'mfa' && weaker(hardest.strength, demand.strength) !== demand.strength);
    if (demand.kind === 'mfa' && isHarder) hardest = demand;
    if (demand.kind === 'unknown' && hardest.kind === 'open') hardest = demand;
  }
  return hardest;
}

function weaker(a: MfaStrength, b: MfaStrength): MfaStrength {
  return mfaStrengths.indexOf(a) <= mfaStrengths.indexOf(b) ? a : b;
}

/**
 * Why sign-ins are open: what policies miss of them, and whom they leave out. Policies that block count only where no other
 * could have helped: closing one door is not a second factor at the next. Reasons of policies about other things or other
 * people are given where there is no better one.
 */
function addReasons(
  gaps: GapList,
  policies: readonly PolicyForUser[],
  applying: readonly PolicyForUser[],
  openValues: ReadonlyMap<Dimension, ReadonlySet<GridValue>>,
): void {
  const others = policies.filter((each) => !applying.includes(each));
  const near = others.filter(({ stands }) => nearMisses.has(stands));
  const blocks = ({ policy }: PolicyForUser): boolean => policy.grant?.controls.includes('block') === true;
  const isHelped = near.length > 0 || !applying.every(blocks);
  for (const { stands, policy } of near) gaps.add(stands as GapCode, policy);
  for (const value of [...openValues.values()].flatMap((values) => [...values]))
    for (const [at, each] of applying.entries()) {
      const code = value.misses[at];
      if (code !== undefined && (!isHelped || !blocks(each))) gaps.add(code, each.policy);
    }
  if (near.length + applying.length > 0) return;
  const about = others.filter(({ stands }) => stands !== 'NOT_IN_SCOPE');
  const far = about.length > 0 ? about : others;
  for (const { stands, policy } of far) gaps.add(stands as GapCode, policy);
  if (far.length === 0) gaps.add('NO_POLICY');
}
