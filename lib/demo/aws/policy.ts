import type { ManagedPolicyDetail } from '@aws-sdk/client-iam';
import { uniqueId } from '../identifier.ts';
import type { DaysBefore } from './days-before.ts';

/** A policy document as IAM's API hands it out: JSON, URL-encoded. */
export function encodePolicy(statements: readonly object[]): string {
  return encodeURIComponent(JSON.stringify({ Version: '2012-10-17', Statement: statements }));
}

/** A managed policy as a user's, group's or role's details name it. */
export function attachment(arn: string): { PolicyName: string; PolicyArn: string } {
  return { PolicyName: nameOf(arn), PolicyArn: arn };
}

/** A managed policy as GetAccountAuthorizationDetails tells of it; `attachments` counts who holds it. */
export function policyDetail(
  arn: string,
  statements: readonly object[],
  attachments: number,
  days: DaysBefore,
): ManagedPolicyDetail {
  return {
    PolicyName: nameOf(arn),
    PolicyId: uniqueId('ANPA', arn),
    Arn: arn,
    Path: '/',
    DefaultVersionId: 'v1',
    AttachmentCount: attachments,
    PermissionsBoundaryUsageCount: 0,
    IsAttachable: true,
    CreateDate: days(500),
    UpdateDate: days(500),
    PolicyVersionList: [
      { VersionId: 'v1', IsDefaultVersion: true, Document: encodePolicy(statements), CreateDate: days(500) },
    ],
  };
}

function nameOf(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
