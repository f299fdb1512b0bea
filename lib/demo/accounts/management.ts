import type { DemoAccount } from '../aws/account.ts';
import { auditRole } from '../aws/audit-role.ts';
import { defaultVpc } from './default-vpc.ts';
import { scanningAccount } from './scanning-account.ts';

/** The management account: well kept, but its root user is used for daily work. */
export const management: DemoAccount = {
  id: '111122223333',
  alias: 'sakura-seiki-management',
  root: { age: 2400, mfa: true, lastUsed: 6 },
  passwordPolicy: {
    MinimumPasswordLength: 14,
    RequireUppercaseCharacters: true,
    RequireLowercaseCharacters: true,
    RequireNumbers: true,
    RequireSymbols: true,
    AllowUsersToChangePassword: true,
    ExpirePasswords: false,
    PasswordReusePrevention: 24,
  },
  users: [
    { name: 'sato.hanako', age: 900, password: { age: 40, lastUsed: 2 }, mfa: true, groups: ['administrators'] },
    { name: 'break-glass-1', age: 800, password: { age: 800, lastUsed: 12 }, groups: ['administrators'] },
  ],
  groups: [{ name: 'administrators', attached: ['arn:aws:iam::aws:policy/AdministratorAccess'] }],
  roles: [auditRole(scanningAccount)],
  zones: [{ name: 'sakura-seiki.example', forgotten: ['campaign-2023'] }],
  regions: [
    {
      region: 'ap-northeast-1',
      vpcs: [defaultVpc],
      // The old attendance system was shut down; its snapshots were forgotten.
      stored: {
        databaseSnapshots: [
          { name: 'kintai-final-2024', of: 'kintai', age: 420, owner: 'jinji@example.com' },
          { name: 'kintai-before-upgrade', of: 'kintai', age: 600, sharedWith: ['555566667777'] },
        ],
        cacheSnapshots: [{ name: 'kintai-session-final', of: 'kintai-session', age: 420 }],
      },
    },
    { region: 'ap-northeast-3', vpcs: [defaultVpc] },
    { region: 'us-east-1', vpcs: [defaultVpc] },
  ],
};
