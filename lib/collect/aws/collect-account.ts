import type { DescribeRegionsResult } from '@aws-sdk/client-ec2';
import { heldActions } from '../../model/aws/held-actions.ts';
import { trustedServices } from '../../model/aws/trusted-services.ts';
import { snapshotSchema, type CollectError, type Snapshot } from '../../model/snapshot.ts';
import { globalRegion, unitPath } from '../../model/unit.ts';
import { callOperation, type Outcome } from './call-operation.ts';
import { awsClients } from './clients.ts';
import type { CollectContext } from './collect-context.ts';
import { collectUnit, type Held, type UnitPlan } from './collect-unit.ts';
import { describeRegions } from './operations/account.ts';
import { getCostAndUsage } from './operations/billed.ts';
import { lookupEvents } from './operations/calls.ts';
import { describeNetworkInterfaces } from './operations/ec2.ts';
import { getAccountAuthorizationDetails } from './operations/iam.ts';
import { ownOrganization } from './operations/organizations.ts';
import { awsOperations } from './operations/index.ts';
import { sourcesOf, type Attribute, type AwsOperation, type HasEnded } from './operation.ts';
import type { AwsSession, SessionOrFailure } from './session.ts';

/** An account, and the session to read it with or the reason why there is none. */
export interface AccountTarget {
  readonly account: string;
  readonly session: SessionOrFailure;
}

/** What of an account is collected. */
export interface CollectOptions {
  readonly context: CollectContext;
  /** These regions, in full even when they are empty; absent means all enabled regions. */
  readonly regions?: readonly string[];
  /** Read regions without any network interface in full. */
  readonly readEmptyRegions?: boolean;
  /** Only these operations and what they depend on; absent means all. */
  readonly operations?: ReadonlySet<string>;
  /** Ask Cost Explorer what was billed, which AWS charges for; absent means no. */
  readonly billing?: boolean;
  /** Ask CloudTrail who uses a service in a region; absent means of none. */
  readonly attribute?: Attribute;
  /** Whether the use of a service (prefix of its IAM actions) has ended in the account; absent means that of none has. */
  readonly hasEnded?: HasEnded;
  /** The organization itself is read: the account need not be asked which one it is in. */
  readonly inOrganization?: boolean;
}

/**
 * Collects an account: yields its global unit and one unit for each region in scope, as each is finished. What cannot
 * be read, whatever the reason, becomes an error entry in its unit. Never throws for what AWS does.
 */
export async function* collectAccount(target: AccountTarget, options: CollectOptions): AsyncGenerator<Snapshot> {
  const { account, session } = target;
  const { onProgress } = options.context;
  const tenant = `aws/${account}`;
  onProgress({ kind: 'tenant-started', tenant });
  const units =
    'failed' in session ? notEntered(account, session.failed, options) : collectUnits(account, session, options);
  for await (const snapshot of units) {
    onProgress({ kind: 'unit-finished', tenant, unit: unitPath(snapshot.unit), errors: snapshot.errors.length });
    yield snapshot;
  }
  onProgress({ kind: 'tenant-finished', tenant });
}

/** The one unit of an account that could not be entered. */
async function* notEntered(
  account: string,
  failed: CollectError,
  { context }: CollectOptions,
): AsyncGenerator<Snapshot> {
  yield {
    schema: snapshotSchema,
    unit: { provider: 'aws', account, region: globalRegion },
    collectedAt: context.clock().toISOString(),
    responses: {},
    errors: [failed],
    skipped: [],
  };
}

async function* collectUnits(account: string, session: AwsSession, options: CollectOptions): AsyncGenerator<Snapshot> {
  const { context, attribute } = options;
  const home = { account, region: session.region, clients: awsClients(session, session.region) };
  const regions = callOperation(describeRegions, home, context);
  const details = detailsAreAsked(options) && callOperation(getAccountAuthorizationDetails, home, context);
  const held = details ? details.then(heldBy) : undefined;
  const called = new Map([[describeRegions.id, regions]]);
  if (details) called.set(getAccountAuthorizationDetails.id, details);
  const global = collectUnit(
    { provider: 'aws', account, region: globalRegion },
    { ...planUnit('account', options), called },
    home,
    context,
  );
  const regionUnit = (region: string): Promise<Snapshot> =>
    collectUnit(
      { provider: 'aws', account, region },
      { ...planUnit('region', options), ...(held && { held }) },
      { account, region, clients: awsClients(session, region), ...(attribute && { attribute }) },
      context,
    );
  const scope = options.regions ?? enabledRegions(await regions);
  yield* asTheyFinish([global, ...scope.map(regionUnit)]);
}

/** What the account's policies allow: every region waits for the same answer. */
function heldBy(details: Outcome): Held {
  if ('error' in details) return { unread: details.error };
  return { actions: heldActions(details.output), trusted: trustedServices(details.output) };
}

/** Yields each result as soon as it is there. */
async function* asTheyFinish<T>(promises: readonly Promise<T>[]): AsyncGenerator<T> {
  const pending = new Map(promises.map((promise, index) => [index, promise.then((value) => ({ index, value }))]));
  while (pending.size > 0) {
    const { index, value } = await Promise.race(pending.values());
    pending.delete(index);
    yield value;
  }
}

function enabledRegions(answer: Awaited<ReturnType<typeof callOperation>>): string[] {
  if ('error' in answer) return [];
  const { Regions } = answer.output as DescribeRegionsResult;
  const usable = (Regions ?? []).filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in');
  return usable.flatMap(({ RegionName }) => (RegionName ? [RegionName] : [])).toSorted();
}

/** Operations that are planned unit by unit: all but the probe and those that every unit of the account waits for. */
const planned = awsOperations.filter(
  (each) => ![describeRegions, getAccountAuthorizationDetails, describeNetworkInterfaces].includes(each),
);

/** Whether the account's policies are wanted for themselves, or for what they decide on. */
function detailsAreAsked({ operations }: CollectOptions): boolean {
  const decided = planned.filter(({ neededBy }) => neededBy);
  return [getAccountAuthorizationDetails, ...decided].some((each) => isSelected(each, operations, planned));
}

function planUnit(per: 'account' | 'region', options: CollectOptions): UnitPlan {
  const all = planned.filter((each) => each.per === per);
  const left = leftOut(options);
  const selected = all.filter((each) => isSelected(each, options.operations, all) && !left.includes(each));
  const rest = all.filter((each) => !selected.includes(each));
  const notSelected = per === 'account' && !detailsAreAsked(options) ? [getAccountAuthorizationDetails, ...rest] : rest;
  if (per === 'account') return { operations: selected, notSelected };
  const probeIsAsked = isSelected(describeNetworkInterfaces, options.operations, all);
  if (selected.length === 0 && !probeIsAsked) {
    return { operations: [], notSelected: [describeNetworkInterfaces, ...notSelected] };
  }
  const readFully = options.regions !== undefined || options.readEmptyRegions === true;
  const isEmpty = (output: object): boolean =>
    'NetworkInterfaces' in output && Array.isArray(output.NetworkInterfaces) && output.NetworkInterfaces.length === 0;
  return {
    operations: selected,
    notSelected,
    probe: { operation: describeNetworkInterfaces, skipOthers: (output) => !readFully && isEmpty(output) },
  };
}

/** What is not called unless somebody asked for it, or because it is read elsewhere. */
function leftOut({ inOrganization, billing, attribute, hasEnded }: CollectOptions): readonly AwsOperation[] {
  return [
    ...planned.filter(({ leftBehindBy }) => leftBehindBy && !leftBehindBy.some((service) => hasEnded?.(service))),
    ...(inOrganization ? [ownOrganization] : []),
    ...(billing ? [] : [getCostAndUsage]),
    ...(attribute ? [] : [lookupEvents]),
  ];
}

/** An operation is called if somebody asked for it, or for one that depends on it. */
function isSelected(
  operation: AwsOperation,
  asked: ReadonlySet<string> | undefined,
  all: readonly AwsOperation[],
): boolean {
  if (!asked || asked.has(operation.id)) return true;
  const dependents = all.filter((each) => sourcesOf(each).includes(operation.id));
  return dependents.some((each) => isSelected(each, asked, all));
}
