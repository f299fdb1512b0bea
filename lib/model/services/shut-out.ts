import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import { controlPolicy } from './control-policy.ts';
import type { ServiceUse } from './service-use.ts';

type Some<T> = readonly [T, ...T[]];

/** How the provider of a service is kept out who was let in. What was shared or connected has a finding and a command of its own. */
export function shutOut({ provider, account, vendor = '', sightings }: ServiceUse): Some<Remediation> {
  const refs = sightings.map(({ ref }) => ref);
  const commands = provider === 'azure' ? refs.flatMap(endDelegation) : denyVendor(vendor, account, refs);
  const [first, ...rest] = commands;
  return first ? [first, ...rest, elsewhere] : [elsewhere];
}

function endDelegation(ref: string): readonly Remediation[] {
  if (!/\/registrationassignments\//i.test(ref)) return [];
  return [{ kind: 'azure-cli', text: command`az managedservices assignment delete --assignment ${ref}` }];
}

/** Roles are refused to an account from above, whatever their trust policies say ("Resource control policies", AWS Organizations). */
function denyVendor(vendor: string, account: string, refs: readonly string[]): readonly Remediation[] {
  if (!refs.some((ref) => ref.includes(':role/'))) return [];
  return controlPolicy({
    type: 'RESOURCE_CONTROL_POLICY',
    name: `deny-${vendor}-${account}`,
    denied: {
      Principal: '*',
      Action: 'sts:AssumeRole',
      Resource: '*',
      Condition: { StringEquals: { 'aws:PrincipalAccount': vendor } },
    },
    account,
  });
}

const elsewhere: Remediation = {
  kind: 'console',
  text: {
    ja: '提供者を信頼するロール、リソースポリシー、共有、接続は、それぞれの指摘（aws-external-trust、aws-resource-shared、aws-bucket-shared、aws-public-snapshot、aws-external-connection-unknown、azure-delegation-external、azure-external-connection-unknown）のコマンドで一つずつ取り消します。',
    en: 'Take roles and policies that name the provider, shares and connections away one by one, with the commands of their own findings (aws-external-trust, aws-resource-shared, aws-bucket-shared, aws-public-snapshot, aws-external-connection-unknown, azure-delegation-external, azure-external-connection-unknown).',
  },
};
