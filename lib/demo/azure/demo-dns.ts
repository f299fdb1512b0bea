import type { Snapshot } from '../../model/snapshot.ts';
import { listing, type AzureBuilder } from './azure-builder.ts';

const zones = 'Microsoft.Network/dnsZones';
const sites = 'Microsoft.Web/sites';

/** A zone whose record of a campaign was left when its app was deleted; the portal's leads to an app that is there. */
export function demoDns(at: AzureBuilder): Snapshot['responses'] {
  const zone = at.id(zones, 'sakura-orders.example');
  const leading = (name: string, app: string): object => ({
    ...at.child(zone, 'CNAME', name, { CNAMERecord: { cname: `${app}.azurewebsites.net` } }),
    type: `${zones}/CNAME`,
  });
  return {
    [zones]: listing([at.resource(zones, 'sakura-orders.example', { zoneType: 'Public' }, { location: 'global' })]),
    [`${zones}/CNAME`]: listing([leading('campaign', 'sakura-spring-campaign'), leading('portal', 'app-portal')]),
    'Microsoft.Resources/resources/hostNames': listing([
      { id: at.id(sites, 'app-portal'), type: sites.toLowerCase(), host: 'app-portal.azurewebsites.net' },
    ]),
    'Microsoft.Web/checknameavailability': [
      { input: { name: 'sakura-spring-campaign', type: sites }, output: { nameAvailable: true } },
    ],
  };
}
