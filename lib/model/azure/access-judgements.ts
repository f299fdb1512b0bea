import type { Judgement, Undecided } from '../judgement.ts';
import type { Resource } from '../resource.ts';
import type { Severity } from '../severity.ts';
import type { Text } from '../text.ts';
import type { Unit } from '../unit.ts';
import type { AccessQuestion, AzureAccess, AzureHolder, HeldRole } from './access.ts';
import { heldEvidence } from './access-evidence.ts';
import { removal } from './access-removal.ts';
import { conditionText, heldText } from './access-text.ts';
import { armKey } from './arm-id.ts';
import { azureResource, subscriptionResource } from './azure-resource.ts';

/** What is wrong with a role that is held: how bad, and a sentence that follows the one that says who holds it. */
export interface Wrong {
  readonly severity: Severity;
  readonly why: Text;
}

/** What a check asks of everybody who holds roles. */
export interface HolderQuestion {
  /** What is wrong with a role; undefined where nothing is. */
  wrong(role: HeldRole, holder: AzureHolder): Wrong | undefined;
  /** Whether the check is about a holder at all. */
  concerns(holder: AzureHolder): boolean;
  /** What must be known of a holder before it passes. */
  readonly needs: readonly AccessQuestion[];
}

/** A principal as a resource of the subscription that it holds a role in. */
export function holderResource(unit: Unit, { id, name, kind }: AzureHolder): Resource {
  return azureResource(unit, { type: kind === 'unknown' ? 'azure-principal' : `azure-${kind}`, id, name });
}

/** Judges everybody who holds roles, role by role. */
export function judgeHolders(
  { holders, unknowns }: AzureAccess,
  unit: Unit,
  { wrong, concerns, needs }: HolderQuestion,
): readonly Judgement[] {
  const relevant = unknowns.filter(({ about }) => needs.includes(about));
  const unreadOf = new Map(relevant.map(({ principal, unread }) => [principal, unread]));
  return holders.flatMap((holder): readonly Judgement[] => {
    const resource = holderResource(unit, holder);
    const failed = holder.roles.flatMap((role) => {
      const found = wrong(role, holder);
      return found ? [failure(resource, holder, role, found)] : [];
    });
    if (failed.length > 0) return failed;
    if (!concerns(holder)) return [];
    const unread = unreadOf.get(holder.id);
    return [unread ? { status: 'unknown', resource, unread } : { status: 'pass', resource }];
  });
}

/** What is not known of the subscription as a whole, as far as a check needs it. */
export function unknownAsWhole(
  { unknowns }: AzureAccess,
  unit: Unit,
  needs: readonly AccessQuestion[],
): readonly Undecided[] {
  const found = unknowns.find(({ about, principal }) => principal === undefined && needs.includes(about));
  return found ? [{ status: 'unknown', resource: subscriptionResource(unit), unread: found.unread }] : [];
}

function failure(resource: Resource, holder: AzureHolder, role: HeldRole, { severity, why }: Wrong): Judgement {
  const held = heldText(holder, role);
  const condition = conditionText(role);
  return {
    status: 'fail',
    resource,
    severity,
    discriminator: [role.rule, armKey(role.assignment), role.role, role.via?.id].filter(Boolean).join('|'),
    detail: {
      ja: `${held.ja}。${why.ja}${condition.ja}`,
      en: `${held.en}. ${why.en}${condition.en}`,
    },
    evidence: heldEvidence(holder, role),
    remediation: removal(holder.id, role),
  };
}
