import type { EntraCloud } from '../../../model/standard.ts';

/** Where Microsoft Graph and the sign-in of each cloud are ("National cloud deployments", Microsoft Graph). */
export const cloudHosts: Readonly<Record<EntraCloud, { readonly graph: string; readonly authority: string }>> = {
  global: { graph: 'https://graph.microsoft.com', authority: 'https://login.microsoftonline.com' },
  'us-government': { graph: 'https://graph.microsoft.us', authority: 'https://login.microsoftonline.us' },
  'us-government-dod': { graph: 'https://dod-graph.microsoft.us', authority: 'https://login.microsoftonline.us' },
  china: { graph: 'https://microsoftgraph.chinacloudapi.cn', authority: 'https://login.chinacloudapi.cn' },
};
