import type { DescribeRegionsResult } from '@aws-sdk/client-ec2';
import type { ListInstancesResponse } from '@aws-sdk/client-sso-admin';
import { isDenied } from '../../model/aws/permission.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import type { AwsOrganizationUnit } from '../../model/unit.ts';
import { callOperation, type CallPlace, type Outcome } from './call-operation.ts';
import { awsClients } from './clients.ts';
import type { CollectContext } from './collect-context.ts';
import { collectUnit } from './collect-unit.ts';
import { describeRegions } from './operations/account.ts';
import { identityCenterOperations, listInstances } from './operations/identity-center.ts';
import type { AwsSession } from './session.ts';

/** Reads the organization's IAM Identity Center, in whatever region it lives. What is refused stands in the snapshot. */
export async function collectIdentityCenter(
  unit: AwsOrganizationUnit,
  session: AwsSession,
  context: CollectContext,
): Promise<Snapshot> {
  const { place, instances } = await findInstance(session, context);
  const called = new Map([[listInstances.id, Promise.resolve(instances)]]);
  return collectUnit(unit, { operations: identityCenterOperations, notSelected: [], called }, place, context);
}

/** An answer about instances, and where it was given. */
interface Found {
  readonly place: CallPlace;
  readonly instances: Outcome;
}

/** Most organizations have it where they work: the other regions are asked only when it is not there. */
async function findInstance(session: AwsSession, context: CollectContext): Promise<Found> {
  const ask = async (region: string): Promise<Found> => {
    const place = { account: session.account, region, clients: awsClients(session, region) };
    return { place, instances: await callOperation(listInstances, place, context) };
  };
  const here = await ask(session.region);
  if (hasInstance(here) || isRefusedEverywhere(here)) return here;
  const regions = await callOperation(describeRegions, here.place, context);
  if ('error' in regions) return { place: here.place, instances: regions };
  const others = enabled(regions.output).filter((region) => region !== session.region);
  const found = [here, ...(await Promise.all(others.map(ask)))];
  // Where no region has it and one did not say, nobody knows whether there is one.
  return found.find(hasInstance) ?? found.find(({ instances }) => 'error' in instances) ?? here;
}

/** Whoever lacks the permission lacks it in every region; a guardrail may deny single ones. */
function isRefusedEverywhere({ instances }: Found): boolean {
  if (!('error' in instances)) return false;
  const { code, message } = instances.error;
  return isDenied(code) && !message.includes('service control policy');
}

function hasInstance({ instances }: Found): boolean {
  return 'output' in instances && ((instances.output as ListInstancesResponse).Instances ?? []).length > 0;
}

function enabled({ Regions = [] }: DescribeRegionsResult): readonly string[] {
  const usable = Regions.filter(({ OptInStatus }) => OptInStatus !== 'not-opted-in');
  return usable.flatMap(({ RegionName }) => (RegionName ? [RegionName] : [])).toSorted();
}
