import type { DemoAccount } from '../aws/account.ts';
import { auditRole } from '../aws/audit-role.ts';
import { defaultVpc } from './default-vpc.ts';
import { scanningAccount } from './scanning-account.ts';

/** The audit account, from which the scan runs: as it should be. */
export const audit: DemoAccount = {
  id: scanningAccount,
  alias: 'sakura-seiki-audit',
  root: { age: 1100, mfa: true },
  passwordPolicy: {
    MinimumPasswordLength: 16,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    RequireNumbers: true,
    RequireSymbols: true,
    AllowUsersToChangePassword: true,
    ExpirePasswords: false,
    PasswordReusePrevention: 24,
  },
  users: [{ name: 'nakamura.aoi', age: 400, password: { age: 30, lastUsed: 3 }, mfa: true }],
  roles: [auditRole(scanningAccount)],
  regions: [
    {
      region: 'ap-northeast-1',
      vpcs: [
        {
          name: 'tools',
          cidr: '10.40.0.0/16',
          flowLogs: 'subnets',
          subnets: [{ name: 'private-a', cidr: '10.40.0.0/24', zone: 'a' }],
          groups: [{ name: 'default', egress: false }, { name: 'runner' }],
          instances: [{ name: 'runner', subnet: 'private-a', groups: ['runner'] }],
        },
      ],
    },
    { region: 'ap-northeast-3', vpcs: [defaultVpc] },
    { region: 'us-east-1', vpcs: [defaultVpc] },
  ],
};
