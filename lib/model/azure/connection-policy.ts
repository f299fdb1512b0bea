import { command } from '../command.ts';
import type { VpnRules } from '../standard.ts';
import { resourceGroupOf, subscriptionOf } from './arm-id.ts';
import type { AzureConnection } from './connection.ts';

/** The words of the standard, and Azure's for the same, the strongest first. */
type Words<T> = readonly (readonly [string, T])[];

const ciphers: Words<string> = [
  ['AES256-GCM-16', 'GCMAES256'],
  ['AES256', 'AES256'],
  ['AES128-GCM-16', 'GCMAES128'],
  ['AES128', 'AES128'],
];
/** Every gateway knows AES256 in the first phase, and not every one the others. */
const ikeCiphers: Words<string> = [['AES256', 'AES256'], ...ciphers];
const hashes: Words<string> = [
  ['SHA2-384', 'SHA384'],
  ['SHA2-256', 'SHA256'],
  ['SHA1', 'SHA1'],
];
/** Of both phases. */
const groups: Words<readonly [string, string]> = [
  ['20', ['ECP384', 'ECP384']],
  ['19', ['ECP256', 'ECP256']],
  ['14', ['DHGroup14', 'PFS14']],
  ['24', ['DHGroup24', 'PFS24']],
  ['2', ['DHGroup2', 'PFS2']],
];

/** The commands that give a VPN connection a policy of its own, the strongest that the standard allows; none where Azure has none. */
export function connectionPolicy({ id, name, tunnels = [] }: AzureConnection, rules: VpnRules): readonly string[] {
  const ipsec = strongest(ciphers, rules.encryption);
  const ike = strongest(ikeCiphers, rules.encryption);
  const hash = strongest(hashes, rules.integrity);
  const group = strongest(groups, rules.dhGroups.map(String));
  if (!ipsec || !ike || !hash || !group) return [];
  const place = command`--subscription ${subscriptionOf(id) ?? ''} --resource-group ${resourceGroupOf(id) ?? ''} --connection-name ${name}`;
  const proof = (cipher: string): string => (cipher.startsWith('GCM') ? cipher : hash);
  const [dhGroup, pfsGroup] = group;
  const hasPolicy = tunnels.some(({ phase1 }) => phase1.encryption.length > 0);
  return [
    ...(hasPolicy ? [`az network vpn-connection ipsec-policy clear ${place}`] : []),
    `az network vpn-connection ipsec-policy add ${place} --ike-encryption ${ike} --ike-integrity ${proof(ike)} --dh-group ${dhGroup} --ipsec-encryption ${ipsec} --ipsec-integrity ${proof(ipsec)} --pfs-group ${pfsGroup} --sa-lifetime 27000 --sa-max-size 102400000`,
  ];
}

function strongest<T>(words: Words<T>, allowed: readonly string[]): T | undefined {
  return words.find(([word]) => allowed.includes(word))?.[1];
}
