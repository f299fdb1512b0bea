import type { IamEntities, IamEntity, IamRole, IamUser, PolicyDocument } from '../../../model/aws/iam-entities.ts';
import { isInGrace } from '../../../model/aws/is-stale.ts';
import type { HeldPolicy } from '../../../model/aws/principal-access.ts';
import type { Thresholds } from '../../../model/standard.ts';

/** A policy that a principal holds, with its document. */
export interface HeldDocument {
  readonly policy: HeldPolicy;
  readonly document: PolicyDocument;
  /** Whether it cannot be rewritten for this principal alone: AWS's own, held by others, a boundary, or a group's. */
  readonly isShared: boolean;
  /** Whether it was changed so recently that nobody may be expected to have used what it allows. */
  readonly isFresh: boolean;
  readonly oldestVersion?: string;
}

/** The policies of a principal, and the ARNs of those whose documents were not returned. */
export interface HeldDocuments {
  readonly held: readonly HeldDocument[];
  readonly unread: readonly string[];
}

/** A managed policy has five versions at most ("IAM and AWS STS quotas", IAM User Guide). */
const mostVersions = 5;

/** Everything that a user or role holds, by itself and through groups. */
export function heldDocuments(
  principal: IamUser | IamRole,
  entities: IamEntities,
  thresholds: Thresholds,
  asOf: Date,
): HeldDocuments {
  const memberOf = 'groups' in principal ? entities.groups.filter(({ name }) => principal.groups.includes(name)) : [];
  const boundaries = new Set([...entities.users, ...entities.roles].map(({ boundaryArn }) => boundaryArn));
  const unread: string[] = [];
  const documentsOf = (holder: IamEntity, group?: string): HeldDocument[] => {
    const through = group === undefined ? {} : { group };
    const inline = holder.inline.map(({ name, document }): HeldDocument => ({
      policy: { id: `${holder.arn}#${name}`, name, kind: 'inline', ...through },
      document,
      isShared: group !== undefined,
      isFresh: false,
    }));
    const managed = holder.attached.flatMap(({ arn, name }): HeldDocument[] => {
      const policy = entities.policies.find((each) => each.arn === arn);
      if (!policy?.document) {
        unread.push(arn);
        return [];
      }
      const isOwn = !/^arn:[\w-]+:iam::aws:/.test(arn);
      const versions = policy.others.map(({ id }) => id).toSorted((a, b) => Number(a.slice(1)) - Number(b.slice(1)));
      return [
        {
          policy: { id: arn, name, kind: 'managed', ...through },
          document: policy.document,
          isShared: group !== undefined || !isOwn || policy.attachments !== 1 || boundaries.has(arn),
          isFresh: isOwn && policy.changed !== undefined && isInGrace(policy.changed, thresholds, asOf),
          ...(versions.length + 1 >= mostVersions && versions[0] && { oldestVersion: versions[0] }),
        },
      ];
    });
    return [...inline, ...managed];
  };
  const held = [...documentsOf(principal), ...memberOf.flatMap((group) => documentsOf(group, group.name))];
  return { held, unread };
}
