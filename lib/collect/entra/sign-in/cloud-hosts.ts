import type { EntraCloud } from '../../../model/standard.ts';

/** Where Microsoft Graph, Azure Resource Manager and the sign-in of each cloud are ("National cloud deployments"). */
export const cloudHosts: Readonly<
  Record<EntraCloud, { readonly graph: string; readonly arm: string; readonly authority: string }>
> = {
  global: {
    graph: 'https://graph.microsoft.com',
    arm: 'https://management.azure.com',
    authority: 'https://login.microsoftonline.com',
  },
  'us-government': {
    graph: 'https://graph.microsoft.us',
    arm: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
  'us-government-dod': {
    graph: 'https://dod-graph.microsoft.us',
    arm: 'https://management.usgovcloudapi.net',
    authority: 'https://login.microsoftonline.us',
  },
  china: {
    graph: 'https://microsoftgraph.chinacloudapi.cn',
    arm: 'https://management.chinacloudapi.cn',
    authority: 'https://login.chinacloudapi.cn',
  },
};
