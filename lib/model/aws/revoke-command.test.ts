import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { deactivateKeyCommand } from './access-key-command.ts';
import { revokeCommand } from './revoke-command.ts';
import type { SecurityGroup, SecurityGroupRule } from './security-group.ts';

const rule: SecurityGroupRule = {
  protocol: 'all',
  source: { kind: 'cidr', family: 'ipv6', cidr: '::/0' },
};
const group: SecurityGroup = {
  id: 'sg-1',
  arn: 'arn:aws:ec2:eu-west-1:111122223333:security-group/sg-1',
  name: 'web',
  owner: '111122223333',
  vpcId: 'vpc-1',
  ingress: [rule],
  egress: [],
};

/** What the aws command line would receive, were the text pasted into a shell; one list for each call, inner ones first. */
function callsOf(text: string): string[][] {
  const aws = `aws() { { printf '%s\\0' "$@"; printf '\\n\\0'; } >&3; echo AKIAEXAMPLE; }`;
  const out = execFileSync('sh', ['-c', `${aws}; exec 4>&1 3>&1 1>/dev/null; ${text}`], { encoding: 'utf8' });
  return out
    .split('\n\0')
    .filter((call) => call !== '')
    .map((call) => call.split('\0').slice(0, -1));
}

describe('revokeCommand', () => {
  it('names the rules by id where the ids are known', () => {
    const rules = [
      { ...rule, ruleId: 'sgr-1' },
      { ...rule, ruleId: 'sgr-2' },
    ];
    expect(revokeCommand('eu-west-1', group, 'ingress', rules)).toBe(
      'aws ec2 revoke-security-group-ingress --region eu-west-1 --group-id sg-1 --security-group-rule-ids sgr-1 sgr-2',
    );
  });

  it('says what the rules say where they are not', () => {
    const [call = []] = callsOf(revokeCommand('eu-west-1', group, 'egress', [rule]));
    expect(call.slice(0, 2)).toEqual(['ec2', 'revoke-security-group-egress']);
    expect(JSON.parse(call.at(-1) ?? '')).toEqual([{ IpProtocol: '-1', Ipv6Ranges: [{ CidrIpv6: '::/0' }] }]);
  });
});

describe('deactivateKeyCommand', () => {
  const row = {
    user: `o'brien; touch $(pwned)`,
    arn: 'arn',
    isRoot: false,
    created: new Date(0),
    mfaActive: false,
    keySlots: 0,
    keys: [],
    uses: [],
    certificates: [],
  };

  it('finds the key by when it was made, and survives the name of the user', () => {
    const key = { slot: 1, lastRotated: new Date('2025-12-22T10:11:12Z') } as const;
    const [list = [], update = []] = callsOf(deactivateKeyCommand(row, key));
    expect(list).toEqual([
      'iam',
      'list-access-keys',
      '--user-name',
      row.user,
      '--query',
      `AccessKeyMetadata[?starts_with(CreateDate, '2025-12-22T10:11:12')].AccessKeyId`,
      '--output',
      'text',
    ]);
    expect(update).toEqual([
      'iam',
      'update-access-key',
      '--user-name',
      row.user,
      '--status',
      'Inactive',
      '--access-key-id',
      'AKIAEXAMPLE',
    ]);
  });
});
