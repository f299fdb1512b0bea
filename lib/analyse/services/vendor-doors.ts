import { isObject, listOf, objectsIn } from '../../model/aws/raw-policy.ts';
import type { PolicyDocument } from '../../model/aws/iam-entities.ts';
import type { InterpretedPart } from '../../model/parts.ts';
import type { AnalysisSources, AzureSources } from '../analysis.ts';

/** A way in for somebody from elsewhere, or a copy given to him. */
export interface Door {
  /** His account, subscription or tenant, in lower case. */
  readonly vendor: string;
  /** The operation that tells of it. */
  readonly operation: string;
  /** ARN or ARM id of what lets him in. */
  readonly ref: string;
}

/** Parts that name accounts of others. */
export const awsDoorParts = [
  'aws.iamEntities',
  'aws.sharedCopies',
  'aws.externalConnections',
  'aws.resourcePolicies',
  'aws.bucketPolicies',
] as const satisfies readonly InterpretedPart[];

/** Parts that name tenants and subscriptions of others. */
export const azureDoorParts = ['azure.delegations', 'azure.connections'] as const satisfies readonly InterpretedPart[];

/** Whom roles trust and policies of resources name, whom copies are shared with, and to whom networks are connected, whatever conditions say. */
export function awsDoors({ part, inRegions }: AnalysisSources): readonly Door[] {
  const roles = (part('aws.iamEntities')?.roles ?? []).flatMap(({ arn, trust }) =>
    doorsIn(trust, 'iam:GetAccountAuthorizationDetails', arn),
  );
  const policies = [part('aws.bucketPolicies'), ...inRegions('aws.resourcePolicies').map(({ value }) => value)];
  const resources = policies.flatMap((each) =>
    (each?.policies ?? []).flatMap(({ document, operation, arn }) =>
      document ? doorsIn(document, operation, arn) : [],
    ),
  );
  const copies = inRegions('aws.sharedCopies').flatMap(({ value }) =>
    (value?.copies ?? []).flatMap(({ arn, operation, sharedWith = [] }) =>
      sharedWith.flatMap((who) => doorOf(who, operation, arn)),
    ),
  );
  const connections = inRegions('aws.externalConnections').flatMap(({ value }) =>
    (value?.connections ?? []).flatMap(({ arn, operation, counterpart }) =>
      counterpart.kind === 'account' ? doorOf(counterpart.id, operation, arn) : [],
    ),
  );
  return [...roles, ...resources, ...copies, ...connections];
}

/** Tenants that roles are delegated to, and subscriptions to which networks are connected. */
export function azureDoors({ part }: AzureSources): readonly Door[] {
  const delegations = (part('azure.delegations') ?? []).flatMap(({ id, tenant }): readonly Door[] =>
    tenant === undefined
      ? []
      : [{ vendor: tenant, operation: 'Microsoft.ManagedServices/registrationAssignments', ref: id }],
  );
  const connections = (part('azure.connections')?.connections ?? []).flatMap(({ id, counterpart, operation }) =>
    counterpart.kind === 'account' ? [{ vendor: counterpart.id.toLowerCase(), operation, ref: id }] : [],
  );
  return [...delegations, ...connections];
}

/** Whom a policy allows anything. */
function doorsIn(policy: PolicyDocument, operation: string, ref: string): readonly Door[] {
  return objectsIn(policy, 'Statement')
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Principal }) => (isObject(Principal) ? listOf(Principal['AWS']) : []))
    .flatMap((who) => doorOf(String(who), operation, ref));
}

/** Twelve digits alone, or as the account in an ARN. */
function doorOf(who: string, operation: string, ref: string): readonly Door[] {
  const vendor = who.startsWith('arn:') ? who.split(':')[4] : who;
  return vendor !== undefined && /^\d{12}$/.test(vendor) ? [{ vendor, operation, ref }] : [];
}
