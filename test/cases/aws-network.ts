import { tenantModel, type TenantModel } from '../../lib/evaluate/tenant-model.ts';
import { openRules } from '../../lib/model/aws/open-rules.ts';
import type { Exposure } from '../../lib/model/network/exposure.ts';
import type { Snapshot } from '../../lib/model/snapshot.ts';
import { defaultStandard } from '../../lib/standard/schema.ts';
import type { CaseFile, Comparison } from './case-file.ts';
import { networkUnits, type CaseRegion } from './network-units.ts';
import { reachText, type ReachLike } from './reach-text.ts';

interface NetworkCase {
  readonly region: CaseRegion;
  readonly expect: Readonly<Record<string, Expectation>>;
}

interface Expectation {
  readonly type: string;
  readonly internetReachable: boolean | string;
  readonly ruleOpen?: boolean | null;
  readonly reachable: readonly ReachLike[];
  readonly reason?: string;
}

/** What is said of one resource, by the case or by the product. */
interface Said {
  readonly internetReachable: boolean | string;
  readonly ruleOpen?: boolean | null | undefined;
  readonly reachable: readonly ReachLike[];
}

/** What the internet reaches in one account and region. */
export const awsNetwork: CaseFile = {
  file: 'aws-network.json',
  compare(example) {
    const { region, expect } = example as NetworkCase;
    const [global, unit] = networkUnits(region);
    const model = tenantModel([global, unit], defaultStandard);
    const own = ownBlocks(model, unit);
    return Object.entries(expect).map(([id, expectation]): Comparison => {
      const { found, why } = saidOf(id, expectation.type, model, unit);
      const text = (said: Said): string =>
        [
          `reachable ${said.internetReachable}`,
          ...(typeof expectation.ruleOpen === 'boolean' ? [`rule open ${said.ruleOpen}`] : []),
          reachText(said.reachable, own),
        ].join(' | ');
      return {
        about: id,
        expected: text(expectation),
        found: found ? text(found) : 'no such resource',
        reason: `${expectation.reason ?? ''}; found ${why}`,
      };
    });
  },
};

function ownBlocks(model: TenantModel, unit: Snapshot): readonly string[] {
  const vpcs = model.read('aws.vpcs', unit);
  return vpcs.read ? vpcs.value.flatMap(({ cidrs }) => cidrs) : [];
}

function saidOf(
  id: string,
  type: string,
  model: TenantModel,
  unit: Snapshot,
): { readonly found?: Said; readonly why: string } {
  const reading = model.read('aws.exposures', unit);
  if (!reading.read) return { why: JSON.stringify(reading) };
  if (type === 'securityGroup') return { found: groupSaid(id, model, unit), why: 'the group' };
  const name = id.replace(/^classic:/, '');
  const endpoints = model.read('aws.endpointExposures', unit);
  const buckets = model.read('aws.bucketExposures', unit);
  const all = [reading, endpoints, buckets].flatMap((each): readonly Exposure[] =>
    each.read ? each.value.exposures : [],
  );
  const exposures = all.filter((each) => each.id === name || each.arn === name);
  const [first] = exposures;
  if (!first) return { why: 'nothing of that id' };
  const verdicts = exposures.map(({ verdict, blockedBy }) => `${verdict} ${blockedBy ?? ''}`);
  return { found: saidTogether(exposures), why: verdicts.join(', ') };
}

function saidTogether(exposures: readonly Exposure[]): Said {
  const order = ['exposed', 'unknown', 'conditional', 'authenticated'];
  const [worst] = exposures.toSorted((a, b) => rank(order, a.verdict) - rank(order, b.verdict));
  const verdict = worst?.verdict ?? 'closed';
  const counts = exposures.filter((each) => order.includes(each.verdict));
  return {
    internetReachable: verdict === 'exposed' ? true : order.includes(verdict) ? verdict : false,
    ruleOpen: exposures.some(({ openRules: rules }) => (rules?.length ?? 0) > 0),
    reachable: counts.flatMap(({ reaches }) => reaches),
  };
}

function rank(order: readonly string[], verdict: string): number {
  return order.includes(verdict) ? order.indexOf(verdict) : order.length;
}

function groupSaid(id: string, model: TenantModel, unit: Snapshot): Said {
  const [exposures, groups] = [model.read('aws.exposures', unit), model.read('aws.securityGroups', unit)];
  const state = exposures.read ? exposures.value.groups.find(({ groupId }) => groupId === id) : undefined;
  const group = groups.read ? groups.value.find((each) => each.id === id) : undefined;
  return {
    internetReachable: (state?.reached.length ?? 0) > 0,
    ruleOpen: group !== undefined && openRules(group.ingress, []).length > 0,
    reachable: [],
  };
}
