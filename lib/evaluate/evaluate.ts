import type { Check } from '../model/check.ts';
import { noFacts, type Facts } from '../model/facts/principal-fact.ts';
import type { Finding } from '../model/finding.ts';
import type { PartName, Parts } from '../model/parts.ts';
import type { CoverageRow, LeftResource, PassedResource, Tally } from '../model/results.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Standard } from '../model/standard.ts';
import { isAwsUnit, isAzureUnit, isEntraUnit } from '../model/unit.ts';
import { unitResource } from '../model/unit-resource.ts';
import { answeredToNobody } from '../model/unread.ts';
import { azureConnectionFacts } from './azure-connection-facts.ts';
import { azurePrincipalFacts } from './azure-principal-facts.ts';
import { connectionFacts } from './connection-facts.ts';
import { entraPrincipalFacts } from './entra-principal-facts.ts';
import { secondFactorFacts } from './second-factor-facts.ts';
import { serviceFacts } from './service-facts.ts';
import { coverage } from './coverage.ts';
import { judge, type UnitVerdict } from './judge.ts';
import { exposureFacts } from './exposure-facts.ts';
import { byPlace } from './order.ts';
import { principalFacts } from './principal-facts.ts';
import { tenantModel, type TenantModel } from './tenant-model.ts';
import { failedFinding, unknownFinding } from './to-finding.ts';
import { trustingVendors } from './trusting-vendors.ts';

/** What the checks say of one tenant. Findings are all `new`: comparing with the run before comes after. */
export interface Evaluation {
  /** In the order of `byPlace`. */
  readonly findings: readonly Finding[];
  readonly tallies: readonly Tally[];
  readonly coverage: readonly CoverageRow[];
  readonly passed: readonly PassedResource[];
  /** Of what the scan chose not to ask about: nothing is known of it, neither good nor bad. */
  readonly left: readonly LeftResource[];
  readonly facts: Facts;
  /** Ids of all that the tenant stores, for what stands there was not deleted; empty where no check asks for deletions. */
  readonly present: readonly string[];
  /** The latest `collectedAt` of the tenant's units. */
  readonly collectedAt: string;
}

/** Runs the checks over one tenant's snapshots. Pure: the same input gives the same output, in the same order. */
export function evaluateTenant(input: {
  readonly snapshots: readonly Snapshot[];
  /** The unit of the account's organization, where it was collected. */
  readonly organization?: Snapshot | undefined;
  readonly checks: readonly Check[];
  readonly standard: Standard;
}): Evaluation {
  const snapshots = input.snapshots.filter(({ unit }) => !('organization' in unit));
  const collectedAt = input.snapshots.map((snapshot) => snapshot.collectedAt).reduce((a, b) => (a > b ? a : b), '');
  const standard = standardFor(snapshots, input.standard, collectedAt);
  const model = tenantModel(snapshots, standard, input.organization);
  const findings: Finding[] = [];
  const tallies: Tally[] = [];
  const passed: PassedResource[] = [];
  const left: LeftResource[] = [];
  for (const check of input.checks) {
    for (const verdict of judge(check, model, standard)) {
      findings.push(...findingsOf(check, verdict));
      tallies.push(tallyOf(check, verdict));
      passed.push(...passesOf(check, verdict));
      left.push(...verdict.left.map(({ id }) => ({ check: check.id, resource: id })));
    }
  }
  return {
    findings: findings.toSorted(byPlace),
    tallies,
    coverage: coverage(input.snapshots, input.checks),
    passed,
    left,
    facts: factsOf(model, input.checks, standard),
    present: presentIn(model, input.checks),
    collectedAt,
  };
}

/** The standard as it stands for the tenant; as it was written where nothing of one was collected. */
function standardFor([first]: readonly Snapshot[], standard: Standard, collectedAt: string): Standard {
  return first ? trustingVendors(standard, unitResource(first.unit).account, new Date(collectedAt)) : standard;
}

/** What stands in a tenant was not deleted, whatever the register calls it; nor was a subscription that still holds something. */
function presentIn({ global, read }: TenantModel, checks: readonly Check[]): readonly string[] {
  if (!global) return [];
  const valueOf = <N extends PartName>(name: N): Parts[N] | undefined => {
    const reading = checks.some(({ reads }) => reads.includes(name)) ? read(name, global) : undefined;
    return reading?.read ? reading.value : undefined;
  };
  const remains = isAzureUnit(global.unit) ? valueOf('azure.subscriptionRemains') : undefined;
  const isEmpty = remains?.resources === 0 && remains.stored === 0;
  return [
    ...(valueOf('any.leftServices')?.present ?? []),
    ...(remains && !isEmpty ? [unitResource(global.unit).id] : []),
  ];
}

/** Facts come from what the chosen checks had analysed anyway. */
function factsOf(model: TenantModel, checks: readonly Check[], standard: Standard): Facts {
  const reads = new Set(checks.flatMap((check) => check.reads));
  const { global: home } = model;
  const services = servicesOf(model, reads, standard);
  if (home && isEntraUnit(home.unit)) return { ...factsOfTenant(model, home, reads), services };
  if (home && isAzureUnit(home.unit)) return { ...factsOfSubscription(model, home, { reads, standard }), services };
  const exposed = (['aws.bucketExposures', 'aws.exposures', 'aws.endpointExposures'] as const).filter((name) =>
    reads.has(name),
  );
  return {
    principals: reads.has('aws.access') ? principalFactsOf(model, standard) : [],
    exposures: exposed.flatMap((name) =>
      (name === 'aws.bucketExposures' ? [model.global] : model.regions).flatMap((subject) =>
        subject ? exposureFactsOf(model, name, subject, standard) : [],
      ),
    ),
    connections: reads.has('aws.externalConnections')
      ? model.regions.flatMap((region) => connectionFactsOf(model, region, standard))
      : [],
    secondFactors: [],
    services,
  };
}

function servicesOf(
  { global, read }: TenantModel,
  reads: ReadonlySet<PartName>,
  standard: Standard,
): Facts['services'] {
  if (!global || !(reads.has('any.serviceReview') || reads.has('azure.servicesInUse'))) return [];
  const review = read('any.serviceReview', global);
  return review.read ? serviceFacts(review.value.uses, standard) : [];
}

function factsOfSubscription(
  { read }: TenantModel,
  home: Snapshot,
  { reads, standard }: { readonly reads: ReadonlySet<PartName>; readonly standard: Standard },
): Facts {
  const { unit } = home;
  if (!isAzureUnit(unit)) return noFacts;
  const { subscription } = unit;
  const part = <N extends PartName>(name: N): Parts[N] | undefined => {
    const reading = reads.has(name) ? read(name, home) : undefined;
    return reading?.read ? reading.value : undefined;
  };
  const access = part('azure.access');
  const connections = part('azure.connections');
  const exposed = [part('azure.exposures'), part('azure.endpointExposures')].flatMap((each) => each?.exposures ?? []);
  const known = read('azure.knownSubscriptions', home);
  return {
    principals: access ? azurePrincipalFacts(subscription, access) : [],
    exposures: exposureFacts(unit, exposed, undefined, standard, new Date(home.collectedAt)),
    connections: connections
      ? azureConnectionFacts(subscription, connections, known.read ? known.value : undefined, standard)
      : [],
    secondFactors: [],
    services: [],
  };
}

function factsOfTenant({ read }: TenantModel, home: Snapshot, reads: ReadonlySet<PartName>): Facts {
  const part = <N extends PartName>(name: N): Parts[N] | undefined => {
    const reading = reads.has(name) ? read(name, home) : undefined;
    return reading?.read ? reading.value : undefined;
  };
  const mfa = part('entra.mfa');
  const privilege = part('entra.privilege');
  const tenant = isEntraUnit(home.unit) ? home.unit.tenant : '';
  return {
    ...noFacts,
    principals: entraPrincipalFacts(tenant, {
      accounts: part('entra.accountReview'),
      applications: part('entra.applicationReview'),
      mfa,
      privilege,
    }),
    secondFactors: mfa ? secondFactorFacts(tenant, mfa, privilege) : [],
  };
}

function principalFactsOf({ global, read }: TenantModel, { owners }: Standard): Facts['principals'] {
  if (!global || !isAwsUnit(global.unit)) return [];
  const access = read('aws.access', global);
  const report = read('aws.credentialReport', global);
  if (!access.read) return [];
  return principalFacts(global.unit.account, access.value, report.read ? report.value : undefined, owners);
}

function exposureFactsOf(
  { read }: TenantModel,
  name: 'aws.bucketExposures' | 'aws.endpointExposures' | 'aws.exposures',
  subject: Snapshot,
  standard: Standard,
): Facts['exposures'] {
  const found = read(name, subject);
  if (!found.read || !isAwsUnit(subject.unit)) return [];
  const { exposures } = found.value;
  const units = 'organizationalUnits' in found.value ? found.value.organizationalUnits : undefined;
  return exposureFacts(subject.unit, exposures, units, standard, new Date(subject.collectedAt));
}

function connectionFactsOf({ read }: TenantModel, region: Snapshot, standard: Standard): Facts['connections'] {
  const found = read('aws.externalConnections', region);
  const members = read('aws.organizationMembers', region);
  if (!found.read || !members.read || !isAwsUnit(region.unit)) return [];
  return connectionFacts(region.unit, found.value.connections, members.value, standard);
}

function findingsOf(check: Check, verdict: UnitVerdict): Finding[] {
  const { unread, resource, collectedAt, judgements } = verdict;
  if (unread) return [unknownFinding(check, resource, unread, collectedAt)];
  return judgements.flatMap((judgement) => {
    if (judgement.status === 'fail') return [failedFinding(check, judgement, collectedAt)];
    return judgement.status === 'unknown'
      ? [unknownFinding(check, judgement.resource, [judgement.unread], collectedAt)]
      : [];
  });
}

function tallyOf(check: Check, { unit, judgements, unread }: UnitVerdict): Tally {
  const count = (status: string): number => judgements.filter((judgement) => judgement.status === status).length;
  const ofNobody = judgements.filter(
    (judgement) => judgement.status === 'unknown' && answeredToNobody.has(judgement.unread.code),
  ).length;
  return {
    check: check.id,
    unit,
    fail: count('fail'),
    pass: count('pass'),
    unknown: count('unknown') + Number(unread !== undefined),
    ...(ofNobody > 0 && { ofNobody }),
  };
}

function passesOf(check: Check, { judgements }: UnitVerdict): PassedResource[] {
  return judgements.flatMap(({ status, resource }) => (status === 'pass' ? [{ check: check.id, resource }] : []));
}
