import { awsResource } from '../../../lib/model/aws/aws-resource.ts';
import type { ExternalConnection, VpnTunnel } from '../../../lib/model/aws/external-connection.ts';
import { labelled } from '../../../lib/model/aws/labelled.ts';
import { unreadConnections } from '../../../lib/model/aws/unread-connections.ts';
import {
  allowedVpnValues,
  vpnOptions,
  weakVpnOptions,
  type WeakVpnOption,
} from '../../../lib/model/aws/weak-vpn-options.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import type { VpnRules } from '../../../lib/model/standard.ts';

export default defineCheck({
  id: 'aws-vpn-weak-crypto',
  clauses: ['11.4'],
  severity: 'medium',
  title: {
    ja: 'VPNのトンネルが弱い暗号を許可している',
    en: 'A VPN tunnel allows weak cryptography',
  },
  why: {
    ja: 'VPNのトンネルは、許可された方式のうち相手の装置が望むもので張られます。IKEv1、AES128、SHA1、DHグループ2などが許可されていると、拠点の古い設定のまま弱い暗号で通信します。基準の network.vpn にない方式を許可するトンネルを指摘します。オプションを指定しないトンネルでは、AWSの既定により対応するすべての方式が許可されます。',
    en: 'A tunnel comes up with whatever the other device asks for among what is allowed. Where IKEv1, AES128, SHA1 or Diffie-Hellman group 2 are allowed, an old device keeps using them. Found are tunnels that allow what the standard does not name under network.vpn. An option that is left out allows everything that AWS supports.',
  },
  fix: {
    ja: '拠点側の装置の設定を新しい方式に改めてから、トンネルのオプションを基準の方式だけに絞ります。変更中はそのトンネルが切断されるため、2本のトンネルを1本ずつ変更します。',
    en: 'Bring the device at the other end up to date first, then limit the options of the tunnel to what the standard names. The tunnel goes down while it is changed: change the two of a connection one after the other.',
  },
  reads: ['aws.externalConnections'],
  find: ({ 'aws.externalConnections': read }, { unit, standard }) => {
    const { vpn } = standard.network;
    const vpns = read.connections.filter(({ kind }) => kind === 'vpn-connection');
    return [
      ...vpns.flatMap((each) => {
        const resource = awsResource(unit, { type: each.kind, id: each.arn, name: labelled(each.id, each.name) });
        return judge(each, resource, vpn);
      }),
      ...unreadConnections(unit, read, ['vpn-connection']),
    ];
  },
});

function judge(connection: ExternalConnection, resource: Resource, rules: VpnRules): readonly Judgement[] {
  const { tunnels = [], operation } = connection;
  if (tunnels.length === 0) {
    const unread = { operation, code: 'UnexpectedAnswer', message: 'the answer names no tunnel of the connection' };
    return [{ status: 'unknown', resource, unread }];
  }
  const failures = tunnels.flatMap((tunnel) => {
    const [first, ...rest] = weakVpnOptions(tunnel, rules).map((weak) => evidenceOf(connection, tunnel, weak));
    return first ? [failure(connection, tunnel, resource, [first, ...rest], rules)] : [];
  });
  return failures.length > 0 ? failures : [{ status: 'pass', resource }];
}

function evidenceOf(
  { id, operation }: ExternalConnection,
  { outsideAddress }: VpnTunnel,
  { option, values, isDefault }: WeakVpnOption,
): Evidence {
  const list = values.join(', ');
  return {
    what: isDefault
      ? {
          ja: `${option} の指定がなく、既定の ${list} も許可`,
          en: `${option} is not set: AWS's default allows ${list}`,
        }
      : { ja: `${option} が ${list} を許可`, en: `${option} allows ${list}` },
    operation,
    ref: `${id}#${outsideAddress}/${option}`,
  };
}

function failure(
  { id, counterpart }: ExternalConnection,
  { outsideAddress }: VpnTunnel,
  resource: Resource,
  evidence: Failed['evidence'],
  rules: VpnRules,
): Failed {
  const site = counterpart.kind === 'premises' ? (counterpart.address ?? '') : '';
  return {
    status: 'fail',
    resource,
    discriminator: outsideAddress,
    detail: {
      ja: `VPN接続 ${id}${site && `（相手 ${site}）`} のトンネル ${outsideAddress} は、基準にない暗号方式を許可しています。`,
      en: `The tunnel ${outsideAddress} of VPN connection ${id}${site && ` to ${site}`} allows cryptography that the standard does not.`,
    },
    evidence,
    remediation: [{ kind: 'aws-cli', text: restrict(resource.region, id, outsideAddress, rules) }],
  };
}

function restrict(region: string, id: string, address: string, rules: VpnRules): string {
  const options = vpnOptions.map((option) => {
    const values = allowedVpnValues(option, rules);
    const isNumber = option.endsWith('Numbers');
    return [option, values.map((value) => ({ Value: isNumber ? Number(value) : value }))];
  });
  return command`aws ec2 modify-vpn-tunnel-options --region ${region} --vpn-connection-id ${id} --vpn-tunnel-outside-ip-address ${address} --tunnel-options ${JSON.stringify(Object.fromEntries(options))}`;
}
