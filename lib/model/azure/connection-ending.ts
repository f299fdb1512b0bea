import { command } from '../command.ts';
import { subscriptionOf } from './arm-id.ts';
import type { AzureConnection } from './connection.ts';

/** The command that ends a connection, or shows a service to its own subscription alone. */
export function connectionEnding({ kind, id, isPending }: AzureConnection): string {
  switch (kind) {
    case 'vnet-peering':
      return command`az network vnet peering delete --ids ${id}`;
    case 'vnet-gateway-connection':
      return command`az network vpn-connection delete --ids ${id}`;
    case 'point-to-site-vpn':
      return command`az network vnet-gateway update --ids ${id} --remove vpnClientConfiguration`;
    case 'expressroute-circuit':
      return command`az network express-route delete --ids ${id}`;
    case 'private-endpoint':
      return command`az network private-endpoint delete --ids ${id}`;
    case 'private-link-connection':
      return isPending
        ? command`az network private-endpoint-connection reject --id ${id}`
        : command`az network private-endpoint-connection delete --id ${id} --yes`;
    case 'private-link-service': {
      const own = subscriptionOf(id) ?? '';
      return command`az network private-link-service update --ids ${id} --visibility ${own} --auto-approval ${own}`;
    }
  }
}
