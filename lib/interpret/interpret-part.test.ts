import { describe, expect, it } from 'vitest';
import type { Snapshot } from '../model/snapshot.ts';
import { snapshotSchema } from '../model/snapshot.ts';
import { interpretPart } from './interpret-part.ts';

const empty: Snapshot = {
  schema: snapshotSchema,
  unit: { provider: 'aws', account: '111122223333', region: 'eu-west-1' },
  collectedAt: '2026-01-01T00:00:00.000Z',
  responses: {},
  errors: [],
};
const denied = { operation: 'ec2:DescribeVpcs', code: 'UnauthorizedOperation', message: 'not you' };
const answer = { 'ec2:DescribeVpcs': { Vpcs: [{ VpcId: 'vpc-1', OwnerId: '111122223333' }] } };

describe('interpretPart', () => {
  it('makes the part when its operations were read', () => {
    const reading = interpretPart('aws.vpcs', { ...empty, responses: answer });
    expect(reading).toMatchObject({ read: true, value: [{ arn: 'arn:aws:ec2:eu-west-1:111122223333:vpc/vpc-1' }] });
  });

  it('names the permission when an operation was denied, even beside an answer', () => {
    const reading = interpretPart('aws.vpcs', { ...empty, responses: answer, errors: [denied] });
    expect(reading).toEqual({ read: false, unread: [{ ...denied, permission: 'ec2:DescribeVpcs' }] });
  });

  it('names no permission when something else went wrong', () => {
    const throttled = { operation: 'ec2:DescribeVpcs', code: 'RequestLimitExceeded', message: 'slow down' };
    expect(interpretPart('aws.vpcs', { ...empty, errors: [throttled] })).toEqual({ read: false, unread: [throttled] });
  });

  it('says that the operation was skipped, and why', () => {
    const skipped = [{ operation: 'ec2:DescribeVpcs', reason: 'empty-region' }] as const;
    expect(interpretPart('aws.vpcs', { ...empty, skipped })).toEqual({ read: false, skipped: 'empty-region' });
  });

  it('blames the role that could not be assumed for operations without any trace', () => {
    const errors = [{ operation: 'sts:AssumeRole', code: 'AccessDenied', message: 'no' }];
    expect(interpretPart('aws.vpcs', { ...empty, errors })).toMatchObject({
      unread: [{ operation: 'sts:AssumeRole', permission: 'sts:AssumeRole' }],
    });
    expect(interpretPart('aws.vpcs', empty)).toMatchObject({ unread: [{ code: 'NotCollected' }] });
  });

  it.each([[{ Vpcs: 'none' }], [[]], [null], [{ Vpcs: [{}] }]])('is unread when the answer is %j', (wrong) => {
    const reading = interpretPart('aws.vpcs', { ...empty, responses: { 'ec2:DescribeVpcs': wrong } });
    expect(reading).toMatchObject({
      read: false,
      unread: [{ operation: 'ec2:DescribeVpcs', code: 'UnexpectedAnswer' }],
    });
  });

  it('keeps what was read when one resource of many failed', () => {
    const errors = [{ ...denied, input: { VpcId: 'vpc-2' } }];
    expect(interpretPart('aws.vpcs', { ...empty, responses: answer, errors })).toMatchObject({ read: true });
  });
});
