import { command } from '../command.ts';
import { resourceGroupOf, subscriptionOf } from './arm-id.ts';
import type { AzureEndpoint } from './endpoint.ts';

/** The command that sends those who come to a site without encryption to its encrypted port. */
export function endpointHttps({ kind, arn, name }: AzureEndpoint): string {
  const place = command`--subscription ${subscriptionOf(arn) ?? ''} --resource-group ${resourceGroupOf(arn) ?? ''}`;
  if (kind === 'container-app') {
    return `az containerapp ingress update ${place} ${command`--name ${name}`} --allow-insecure false`;
  }
  return command`az resource update --ids ${arn} --set properties.httpsOnly=true`;
}
