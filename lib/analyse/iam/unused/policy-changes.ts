import type { PolicyDocument } from '../../../model/aws/iam-entities.ts';
import { listOf } from '../../../model/aws/raw-policy.ts';
import type { PolicyChange, PrincipalUse } from '../../../model/aws/unused-permissions.ts';
import type { HeldDocument } from './held-documents.ts';
import { narrowDocument } from './narrow-document.ts';
import { byService, type Use } from './use.ts';

/** Characters of a policy, white space aside; embedded ones count together ("IAM and AWS STS quotas", IAM User Guide). */
const most = { managed: 6_144, user: 2_048, role: 10_240 };

/** What to do with each policy of a principal, so that only what is in use is allowed, and the groups it has to leave. */
export function policyChanges(
  held: readonly HeldDocument[],
  kind: 'user' | 'role',
  use: Use,
): Pick<PrincipalUse, 'changes' | 'leaves'> {
  const narrower = new Map(
    held.map((each) => [each, each.isFresh ? each.document : narrowDocument(each.document, use)] as const),
  );
  const isNarrower = (each: HeldDocument): boolean => narrower.get(each) !== each.document;
  const groups = held.filter(isNarrower).flatMap(({ policy }) => policy.group ?? []);
  const leaves = [...new Set(groups)].toSorted();
  const changes = held.flatMap((each): PolicyChange[] => {
    const leavesWith = each.policy.group !== undefined && leaves.includes(each.policy.group);
    if (!leavesWith && !isNarrower(each)) return [];
    return changeOf(each, leavesWith, roomFor(each, held, kind), use);
  });
  return { changes, leaves };
}

function changeOf(each: HeldDocument, leavesWith: boolean, room: number, use: Use): PolicyChange[] {
  const { policy, document, isShared, isFresh, oldestVersion } = each;
  const variants = isFresh
    ? [{ by: 'action' as const, left: document }]
    : [
        { by: 'action' as const, left: narrowDocument(document, use) },
        { by: 'service' as const, left: narrowDocument(document, byService(use)) },
      ];
  const [finest] = variants;
  // Who leaves a group takes along what the group's policy allowed; one that stays as it is can be held directly.
  if (leavesWith && finest?.left === document && policy.kind === 'managed')
    return [{ policy, how: 'attach', by: 'action' }];
  if (finest && listOf(finest.left.Statement).length === 0)
    return leavesWith ? [] : [{ policy, how: 'remove', by: 'action' }];
  const inPlace = !isShared && variants.find(({ left }) => sizeOf(left) <= room);
  if (inPlace) {
    const { by, left } = inPlace;
    return [{ policy, how: 'rewrite', document: left, by, ...(oldestVersion && { oldestVersion }) }];
  }
  const chosen = variants.find(({ left }) => sizeOf(left) <= most.managed) ?? variants.at(-1);
  if (!chosen) return [];
  const size = sizeOf(chosen.left);
  return [
    { policy, how: 'replace', document: chosen.left, by: chosen.by, ...(size > most.managed && { tooLong: size }) },
  ];
}

/** How long a policy may become where it stands. */
function roomFor({ policy }: HeldDocument, held: readonly HeldDocument[], kind: 'user' | 'role'): number {
  if (policy.kind === 'managed') return most.managed;
  const others = held.filter(
    (each) => each.policy.kind === 'inline' && !each.policy.group && each.policy.id !== policy.id,
  );
  return most[kind] - others.reduce((sum, { document }) => sum + sizeOf(document), 0);
}

function sizeOf(document: PolicyDocument): number {
  return JSON.stringify(document).length;
}
