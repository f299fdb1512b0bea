import { dayIn } from '../../model/days.ts';
import type { ServiceReview } from '../../model/services/service-review.ts';
import type { ServiceUse } from '../../model/services/service-use.ts';
import type { Unread } from '../../model/unread.ts';
import type { AnalysisDefinition, AnalysisSources, AnySources, EntraSources } from '../analysis.ts';
import { servicesOf } from '../azure/services/services-in-use.ts';
import { applicationReview } from '../entra/applications/application-review.ts';
import { regionGaps } from './region-gaps.ts';
import { awsAnswers, awsLayers } from './aws-answers.ts';
import { awsUses } from './aws-uses.ts';
import { azureUses } from './azure-uses.ts';
import { entraUses } from './entra-uses.ts';
import { meantToRead } from '../meant-to-read.ts';
import { notScanned } from './not-scanned.ts';
import { reviewUses } from './review-uses.ts';
import { isAws, isEntra } from './sources-of.ts';
import { awsDoorParts, awsDoors, azureDoorParts, azureDoors } from './vendor-doors.ts';
import { vendorUses } from './vendor-uses.ts';

/** `any.serviceReview`: what an account, subscription or tenant uses, held against the register. */
export const serviceReview: AnalysisDefinition<'any.serviceReview'> = {
  per: 'any-tenant',
  requires: [],
  uses: [
    ...awsLayers,
    ...awsDoorParts,
    'azure.resources',
    ...azureDoorParts,
    ...applicationReview.requires,
    ...applicationReview.uses,
    'entra.users',
  ],
  analyse: (sources): ServiceReview => ({
    uses: reviewUses(
      usesOf(sources),
      sources.standard.register,
      dayIn(sources.asOf, sources.standard.deployment.timeZone),
    ),
    unread: unreadLayers(sources),
  }),
};

function usesOf(sources: AnySources): readonly ServiceUse[] {
  const { register, approved } = sources.standard;
  if (isAws(sources)) {
    const { account } = sources;
    return [...awsUses(awsAnswers(sources)), ...vendorUses({ provider: 'aws', account }, awsDoors(sources), register)];
  }
  if (isEntra(sources)) return usesOfTenant(sources);
  const { subscription: account } = sources.unit;
  return [
    ...azureUses(account, servicesOf(sources.part('azure.resources') ?? [], approved.azure)),
    ...vendorUses({ provider: 'azure', account }, azureDoors(sources), register),
  ];
}

function usesOfTenant(sources: EntraSources): readonly ServiceUse[] {
  if (!sources.part('entra.servicePrincipals')) return [];
  const users = new Map((sources.part('entra.users') ?? []).map(({ id, name }) => [id, name]));
  return entraUses(sources.unit.tenant, applicationReview.analyse(sources), users);
}

/** Layers that tell of uses which nothing else does, and were not read. */
function unreadLayers(sources: AnySources): readonly Unread[] {
  if (isEntra(sources)) return meantToRead(sources.unread('entra.servicePrincipals'));
  // Nobody looks for providers where no row names the account of one.
  const isNamed = sources.standard.register.some(({ keys }) => keys.tenants.length > 0);
  if (!isAws(sources)) {
    const parts = ['azure.resources', ...(isNamed ? azureDoorParts : [])] as const;
    return parts.flatMap((part) => meantToRead(sources.unread(part)));
  }
  const doors = isNamed ? unreadDoors(sources) : [];
  const ofAccount = (['aws.lastAccessed', 'aws.buckets'] as const).map((part) => sources.unread(part));
  // Nobody pays for the bills of every scan: that they were not asked for is no gap.
  const bills = sources.unread('aws.billed');
  return [
    ...ofAccount,
    ...doors,
    sources.unread('aws.regions'),
    ...notScanned(sources).map(({ unread }) => unread),
    ...(bills?.code === 'NotCollected' ? [] : [bills]),
    ...regionGaps(sources).map(({ unread }) => unread),
  ].flatMap(meantToRead);
}

function unreadDoors({ part, unread, inRegions }: AnalysisSources): readonly (Unread | undefined)[] {
  const copies = inRegions('aws.sharedCopies');
  const connections = inRegions('aws.externalConnections');
  const policies = inRegions('aws.resourcePolicies');
  return [
    unread('aws.iamEntities'),
    unread('aws.bucketPolicies'),
    ...[...copies, ...connections, ...policies].map((each) => each.unread),
    ...copies.flatMap(({ value }) => gapsIn(value, value?.copies)),
    ...[part('aws.bucketPolicies'), ...policies.map(({ value }) => value)].flatMap((value) =>
      gapsIn(value, value?.policies),
    ),
    ...connections.flatMap(({ value }) => (value?.unread ?? []).map(({ kind, operation }) => notRead(operation, kind))),
  ];
}

/** Kinds of things that were not read, and what was not read about single ones. */
function gapsIn(
  kinds: { readonly unread: readonly { readonly unread: Unread }[] } | undefined,
  things: readonly { readonly unread: readonly Unread[] }[] | undefined,
): readonly Unread[] {
  return [...(kinds?.unread ?? []), ...(things ?? [])].flatMap((each) => each.unread);
}

function notRead(operation: string, kind: string): Unread {
  return { operation, code: 'NotCollected', message: `${kind} was not read` };
}
