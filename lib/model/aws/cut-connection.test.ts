import { expect, it } from 'vitest';
import { cutConnection } from './cut-connection.ts';
import type { ExternalConnection } from './external-connection.ts';

function commandsFor(connection: Partial<ExternalConnection>): readonly string[] {
  const whole: ExternalConnection = {
    kind: 'vpc-peering',
    id: 'id-1',
    arn: 'arn:aws:ec2:eu-west-1:111122223333:subnet/subnet-1',
    name: 'x',
    tags: {},
    state: 'available',
    isPending: false,
    counterpart: { kind: 'account', id: '999988887777' },
    reach: ['tgw-1', 'dxgw-1'],
    operation: 'ec2:Describe',
    ...connection,
  };
  return cutConnection(whole, 'eu-west-1').map(({ text }) => (typeof text === 'string' ? text : text.en));
}

const pending = { isPending: true } as const;
const attachment = { kind: 'transit-gateway-attachment' } as const;

it.each<readonly [Partial<ExternalConnection>, string]>([
  [{}, 'delete-vpc-peering-connection --region eu-west-1 --vpc-peering-connection-id id-1'],
  [
    { ...pending, isIncoming: true },
    'reject-vpc-peering-connection --region eu-west-1 --vpc-peering-connection-id id-1',
  ],
  // Who asked for it cannot reject it.
  [
    { ...pending, isIncoming: false },
    'delete-vpc-peering-connection --region eu-west-1 --vpc-peering-connection-id id-1',
  ],
  [
    { ...attachment, resourceType: 'vpc' },
    'delete-transit-gateway-vpc-attachment --region eu-west-1 --transit-gateway-attachment-id id-1',
  ],
  [
    { ...attachment, ...pending, resourceType: 'vpc' },
    'reject-transit-gateway-vpc-attachment --region eu-west-1 --transit-gateway-attachment-id id-1',
  ],
  [
    { ...attachment, ...pending, resourceType: 'peering' },
    'reject-transit-gateway-peering-attachment --region eu-west-1 --transit-gateway-attachment-id id-1',
  ],
  [
    { kind: 'endpoint-connection', serviceId: 'vpce-svc-1' },
    'reject-vpc-endpoint-connections --region eu-west-1 --service-id vpce-svc-1 --vpc-endpoint-ids id-1',
  ],
  [{ kind: 'vpc-endpoint' }, 'delete-vpc-endpoints --region eu-west-1 --vpc-endpoint-ids id-1'],
])('ends a connection with the command of its kind and state: %j', (connection, text) => {
  expect(commandsFor(connection)).toEqual([`aws ec2 ${text}`]);
});

it('has the owner end what is attached in other ways', () => {
  expect(commandsFor({ ...attachment, resourceType: 'direct-connect-gateway' })).toEqual([
    expect.stringContaining('have the owner of dxgw-1 (direct-connect-gateway) delete it'),
  ]);
});

it('narrows what serves many', () => {
  const service = { kind: 'endpoint-service', id: 'vpce-svc-1', principal: '*' } as const;
  expect(commandsFor(service)).toEqual([
    'aws ec2 modify-vpc-endpoint-service-configuration --region eu-west-1 --service-id vpce-svc-1 --acceptance-required',
    "aws ec2 modify-vpc-endpoint-service-permissions --region eu-west-1 --service-id vpce-svc-1 --remove-allowed-principals '*'",
  ]);
  const vpn = { kind: 'client-vpn-endpoint', id: 'cvpn-endpoint-1', openTo: ['10.0.0.0/8', '0.0.0.0/0'] } as const;
  expect(commandsFor(vpn)).toEqual(
    vpn.openTo.map(
      (cidr) =>
        `aws ec2 revoke-client-vpn-ingress --region eu-west-1 --client-vpn-endpoint-id cvpn-endpoint-1 --target-network-cidr ${cidr} --revoke-all-groups`,
    ),
  );
});

it('takes the account out of the share of a subnet, whichever of the two shares it', () => {
  const [lent] = commandsFor({ kind: 'shared-subnet', isIncoming: false });
  expect(lent).toContain('--resource-owner SELF');
  expect(lent).toMatch(/--principals 999988887777$/);
  const [borrowed] = commandsFor({ kind: 'shared-subnet', isIncoming: true });
  expect(borrowed).toContain('--resource-owner OTHER-ACCOUNTS');
});
