import type { ServiceInUse } from '../../lib/model/azure/service-in-use.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import type { Standard } from '../../lib/model/standard.ts';
import { snapshotSchema } from '../../lib/model/snapshot.ts';
import { tenantModel } from '../../lib/evaluate/tenant-model.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { Comparison } from './case-file.ts';

interface ServicesCase {
  readonly description?: string;
  readonly subscription: {
    readonly subscriptionId: string;
    readonly resources: readonly unknown[];
    readonly policy: Readonly<Record<string, readonly string[] | undefined>>;
  };
  readonly expect: Readonly<Record<string, unknown>>;
}

/** What a subscription uses, held against what the case approves. */
export function compareServices(example: unknown): readonly Comparison[] {
  const { subscription, expect, description = '' } = example as ServicesCase;
  const standard = standardOf(subscription.policy);
  const unit = unitOf(subscription.subscriptionId, subscription.resources);
  const reading = tenantModel([unit], standard).read('azure.servicesInUse', unit);
  const services = reading.read ? reading.value.services : [];
  const types = services.filter(({ isTypeApproved, isIgnored }) => isTypeApproved === false && !isIgnored);
  const found: Readonly<Record<string, readonly string[]>> = {
    unapprovedTypes: types.map(({ type }) => type),
    unapprovedLocations: unapprovedLocations(services),
    unapprovedServices: types.map(({ service }) => service),
  };
  return Object.entries(found).flatMap(([about, values]) => {
    const wanted = expect[about];
    if (!Array.isArray(wanted)) return [];
    const said = reading.read ? plain(values) : `unread ${JSON.stringify(reading)}`;
    return [{ about, expected: plain(wanted as readonly unknown[]), found: said, reason: description }];
  });
}

function unapprovedLocations(services: readonly ServiceInUse[]): readonly string[] {
  return services.filter(({ isLocationApproved }) => isLocationApproved === false).map(({ location }) => location);
}

/** Sets of words, without case; services are called with and without their maker. */
function plain(values: readonly unknown[]): string {
  const words = values.map((value) =>
    String(value)
      .toLowerCase()
      .replace(/^(azure|microsoft) /, ''),
  );
  return [...new Set(words)].toSorted().join(', ');
}

function unitOf(subscription: string, value: readonly unknown[]): Snapshot {
  return {
    schema: snapshotSchema,
    unit: { provider: 'azure', subscription: subscription.toLowerCase() },
    collectedAt: '2026-06-01T00:00:00.000Z',
    responses: { 'Microsoft.Resources/resources': { value } },
    errors: [],
  };
}

function standardOf(policy: ServicesCase['subscription']['policy']): Standard {
  const list = (pattern: RegExp): readonly string[] =>
    Object.entries(policy).find(([name]) => pattern.test(name))?.[1] ?? [];
  const azure = {
    types: list(/approvedTypes|allowedTypes/i),
    locations: list(/approvedLocations|allowedLocations/i),
    ignoredTypes: list(/ignore/i),
  };
  return { ...defaultStandard, approved: { ...defaultStandard.approved, azure } };
}
