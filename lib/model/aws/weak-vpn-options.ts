import type { VpnRules } from '../standard.ts';
import type { VpnPhase, VpnTunnel } from './external-connection.ts';

/** One option of a tunnel that allows what the standard does not. */
export interface WeakVpnOption {
  /** As AWS names it: `Phase1DHGroupNumbers`. */
  readonly option: VpnOption;
  /** What it allows beyond the standard. */
  readonly values: readonly string[];
  /** It was left out, so that AWS's default holds. */
  readonly isDefault: boolean;
}

/** The options that decide how a tunnel is encrypted. */
export const vpnOptions = [
  'IKEVersions',
  'Phase1EncryptionAlgorithms',
  'Phase1IntegrityAlgorithms',
  'Phase1DHGroupNumbers',
  'Phase2EncryptionAlgorithms',
  'Phase2IntegrityAlgorithms',
  'Phase2DHGroupNumbers',
] as const;

/** One of {@link vpnOptions}. */
export type VpnOption = (typeof vpnOptions)[number];

const encryption = ['AES128', 'AES256', 'AES128-GCM-16', 'AES256-GCM-16'];
const integrity = ['SHA1', 'SHA2-256', 'SHA2-384', 'SHA2-512'];
const groups = ['14', '15', '16', '17', '18', '19', '20', '21', '22', '23', '24'];

/** What AWS supports, all of which it allows where an option is left out ("Tunnel options for your Site-to-Site VPN connection"). */
const supported: Readonly<Record<VpnOption, readonly string[]>> = {
  IKEVersions: ['ikev1', 'ikev2'],
  Phase1EncryptionAlgorithms: encryption,
  Phase1IntegrityAlgorithms: integrity,
  Phase1DHGroupNumbers: ['2', ...groups],
  Phase2EncryptionAlgorithms: encryption,
  Phase2IntegrityAlgorithms: integrity,
  Phase2DHGroupNumbers: ['2', '5', ...groups],
};

/** The options of a tunnel by which it can come to rest on something weaker than the standard. */
export function weakVpnOptions(tunnel: VpnTunnel, rules: VpnRules): readonly WeakVpnOption[] {
  const said = optionsOf(tunnel);
  const allowed = allowedBy(rules);
  return vpnOptions.flatMap((option) => {
    const isDefault = said[option].length === 0;
    const values = (isDefault ? supported[option] : said[option]).filter((value) => !allowed[option].includes(value));
    return values.length > 0 ? [{ option, values, isDefault }] : [];
  });
}

/** What the standard allows of an option, as far as AWS supports it. */
export function allowedVpnValues(option: VpnOption, rules: VpnRules): readonly string[] {
  const allowed = allowedBy(rules)[option];
  return supported[option].filter((value) => allowed.includes(value));
}

type Options = Readonly<Record<VpnOption, readonly string[]>>;

function optionsOf({ ikeVersions, phase1, phase2 }: VpnTunnel): Options {
  const groupsOf = ({ dhGroups }: VpnPhase): readonly string[] => dhGroups.map(String);
  return {
    IKEVersions: ikeVersions,
    Phase1EncryptionAlgorithms: phase1.encryption,
    Phase1IntegrityAlgorithms: phase1.integrity,
    Phase1DHGroupNumbers: groupsOf(phase1),
    Phase2EncryptionAlgorithms: phase2.encryption,
    Phase2IntegrityAlgorithms: phase2.integrity,
    Phase2DHGroupNumbers: groupsOf(phase2),
  };
}

function allowedBy(rules: VpnRules): Options {
  const phase = { encryption: rules.encryption, integrity: rules.integrity, dhGroups: rules.dhGroups };
  return optionsOf({ outsideAddress: '', ikeVersions: rules.ikeVersions, phase1: phase, phase2: phase });
}
