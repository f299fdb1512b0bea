import { command } from '../command.ts';
import type { Remediation } from '../judgement.ts';
import type { ExternalConnection } from './external-connection.ts';

type Remediations = readonly [Remediation, ...Remediation[]];

/** How a connection is ended, or narrowed where it serves many: for this very one. */
export function cutConnection(connection: ExternalConnection, region: string): Remediations {
  const { kind, id, isPending, serviceId = '' } = connection;
  switch (kind) {
    case 'vpc-peering':
      return isPending && connection.isIncoming
        ? cli(command`aws ec2 reject-vpc-peering-connection --region ${region} --vpc-peering-connection-id ${id}`)
        : cli(command`aws ec2 delete-vpc-peering-connection --region ${region} --vpc-peering-connection-id ${id}`);
    case 'transit-gateway-attachment':
      return detach(connection, region);
    case 'vpn-connection':
      return cli(command`aws ec2 delete-vpn-connection --region ${region} --vpn-connection-id ${id}`);
    case 'client-vpn-endpoint':
      return narrowClientVpn(connection, region);
    case 'vpc-endpoint':
      return cli(command`aws ec2 delete-vpc-endpoints --region ${region} --vpc-endpoint-ids ${id}`);
    case 'endpoint-service':
      return narrowService(connection, region);
    case 'endpoint-connection':
      return cli(
        command`aws ec2 reject-vpc-endpoint-connections --region ${region} --service-id ${serviceId} --vpc-endpoint-ids ${id}`,
      );
    case 'instance-connect-endpoint':
      return cli(
        command`aws ec2 delete-instance-connect-endpoint --region ${region} --instance-connect-endpoint-id ${id}`,
      );
    case 'direct-connect-interface':
      return cli(command`aws directconnect delete-virtual-interface --region ${region} --virtual-interface-id ${id}`);
    case 'shared-subnet':
      return unshare(connection, region);
  }
}

function cli(text: string, ...more: readonly string[]): Remediations {
  return [{ kind: 'aws-cli', text }, ...more.map((each) => ({ kind: 'aws-cli', text: each }) as const)];
}

function detach({ id, resourceType, isPending, reach }: ExternalConnection, region: string): Remediations {
  if (resourceType === 'vpc' || resourceType === 'peering') {
    const action = `${isPending ? 'reject' : 'delete'}-transit-gateway-${resourceType}-attachment`;
    return cli(command`aws ec2 ${action} --region ${region} --transit-gateway-attachment-id ${id}`);
  }
  // What is attached otherwise goes with the resource itself, whose owner deletes it.
  const resource = reach[1] ?? id;
  return [
    {
      kind: 'console',
      text: {
        ja: `VPCコンソールの「Transit Gatewayアタッチメント」で ${id} を開き、ルートテーブルとの関連付けと伝播を削除したうえで、接続元 ${resource}（${resourceType ?? ''}）の所有者に削除を依頼します。`,
        en: `In the VPC console open ${id} under Transit gateway attachments, delete its association with and its propagations to route tables, and have the owner of ${resource} (${resourceType ?? ''}) delete it.`,
      },
    },
  ];
}

function narrowClientVpn({ id, openTo = [] }: ExternalConnection, region: string): Remediations {
  const [first = '', ...rest] = openTo.map(
    (cidr) =>
      command`aws ec2 revoke-client-vpn-ingress --region ${region} --client-vpn-endpoint-id ${id} --target-network-cidr ${cidr} --revoke-all-groups`,
  );
  return cli(first, ...rest);
}

function narrowService({ id, principal }: ExternalConnection, region: string): Remediations {
  const accept = command`aws ec2 modify-vpc-endpoint-service-configuration --region ${region} --service-id ${id} --acceptance-required`;
  if (principal === undefined) return cli(accept);
  return cli(
    accept,
    command`aws ec2 modify-vpc-endpoint-service-permissions --region ${region} --service-id ${id} --remove-allowed-principals ${principal}`,
  );
}

/** The other account leaves the share; of a subnet that others share, the account itself does. */
function unshare({ arn, counterpart, isIncoming }: ExternalConnection, region: string): Remediations {
  const other = counterpart.kind === 'account' ? counterpart.id : '';
  const share = (owner: string): string =>
    command`aws ram list-resources --region ${region} --resource-owner ${owner} --resource-arns ${arn} --query ${'resources[0].resourceShareArn'} --output text`;
  const leave = command`aws ram disassociate-resource-share --region ${region} --resource-share-arn `;
  return isIncoming
    ? cli(
        `${leave}"$(${share('OTHER-ACCOUNTS')})" --principals "$(aws sts get-caller-identity --query Account --output text)"`,
      )
    : cli(`${leave}"$(${share('SELF')})"${command` --principals ${other}`}`);
}
