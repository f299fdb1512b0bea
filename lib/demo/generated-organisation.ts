import { defaultVpc } from './accounts/default-vpc.ts';
import type { DemoAccount } from './aws/account.ts';
import { accountSnapshots } from './aws/account-snapshots.ts';
import { auditRole } from './aws/audit-role.ts';
import { daysBefore } from './aws/days-before.ts';
import { organizationSnapshot } from './aws/organization.ts';
import type { DemoVpc } from './aws/vpc.ts';
import type { DemoOrganisation } from './demo-organisation.ts';
import { random, type Random } from './generated/random.ts';
import { generatedUser } from './generated/user.ts';
import { generatedVpc } from './generated/vpc.ts';

/** How large a generated organisation is. */
export interface GeneratedScale {
  /** At least 1; the first is the management account, and the scan runs from it. */
  readonly accounts: number;
  /** Enabled regions of every account, 1 to 17. */
  readonly regions: number;
  /** How many of them hold more than a default VPC with nothing in it. */
  readonly regionsInUse: number;
  readonly usersPerAccount: number;
  /** Security groups of every region in use. */
  readonly groupsPerRegion: number;
  readonly seed: number;
  readonly now: Date;
}

/** The regions that every account has without opting in ("AWS Regions", AWS General Reference). */
const defaultRegions = [
  'ap-northeast-1',
  'us-east-1',
  'ap-northeast-3',
  'us-east-2',
  'us-west-1',
  'us-west-2',
  'ca-central-1',
  'eu-central-1',
  'eu-north-1',
  'eu-west-1',
  'eu-west-2',
  'eu-west-3',
  'sa-east-1',
  'ap-northeast-2',
  'ap-south-1',
  'ap-southeast-1',
  'ap-southeast-2',
];

/** Groups that share a VPC: so few that a subnet has room for the instances that use them. */
const groupsPerVpc = 500;

/** An organisation of any size, for benches and property tests: the same for the same arguments. Pure. */
export function generatedOrganisation(scale: GeneratedScale): DemoOrganisation {
  const { seed, now } = scale;
  const numbers = random(seed);
  const [first, ...others] = Array.from({ length: scale.accounts }, (_, at) => generatedAccount(at, scale, numbers));
  if (!first) throw new RangeError('an organisation has at least one account');
  const days = daysBefore(now);
  const accounts = [first, ...others];
  const organization = {
    id: 'o-generated0',
    management: first,
    delegated: first,
    accounts,
    tree: { atRoot: accounts.map(({ id }) => id), units: [] },
  };
  return {
    snapshots: [
      organizationSnapshot(organization, days),
      ...accounts.flatMap((account) => accountSnapshots(account, days)),
    ],
    callerAccount: first.id,
  };
}

function generatedAccount(at: number, scale: GeneratedScale, numbers: Random): DemoAccount {
  const id = String(100_000_000_001 + at);
  return {
    id,
    alias: `generated-${at + 1}`,
    root: { age: 2000, mfa: !numbers.oneIn(4), ...(numbers.oneIn(3) && { lastUsed: numbers.below(200) }) },
    users: Array.from({ length: scale.usersPerAccount }, (_, number) => generatedUser(`user-${number + 1}`, numbers)),
    groups: [{ name: 'developers', attached: ['arn:aws:iam::aws:policy/PowerUserAccess'] }],
    roles: [auditRole('100000000001')],
    regions: defaultRegions.slice(0, scale.regions).map((region, place) => ({
      region,
      vpcs: place < scale.regionsInUse ? generatedVpcs(scale.groupsPerRegion, numbers) : [defaultVpc],
    })),
  };
}

function generatedVpcs(groups: number, numbers: Random): DemoVpc[] {
  const vpcs = Math.ceil(groups / groupsPerVpc);
  return Array.from({ length: vpcs }, (_, at) =>
    generatedVpc(at, Math.min(groupsPerVpc, groups - at * groupsPerVpc), numbers),
  );
}
