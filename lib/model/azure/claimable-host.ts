/** Services under whose names whoever asks first gets one ("Prevent dangling DNS entries and avoid subdomain takeover"). */
export type AzureHostKind =
  | 'web-app'
  | 'storage-account'
  | 'public-address'
  | 'api-management'
  | 'traffic-manager'
  | 'cdn-endpoint'
  | 'front-door'
  | 'container-group';

/** A name under which Azure gives names away, and who owns it is whoever has the resource of that name. */
export interface AzureHost {
  readonly kind: AzureHostKind;
  /** In lower case, without a dot at its end: `shop.azurewebsites.net`. */
  readonly host: string;
  /** What somebody chose: `shop`. */
  readonly name: string;
  /** Where names are given away by location: `japaneast`. */
  readonly location?: string;
}

/**
 * How such names are written. Those with a hash that Azure made up are none: nobody outside of the organization gets the
 * same again ("Secure unique default hostnames" of App Service, `domainNameLabelScope` of public addresses, Front Door
 * since Standard and Premium), and they have one label more.
 */
const forms: readonly (readonly [AzureHostKind, RegExp])[] = [
  ['web-app', /^(?<name>[a-z0-9][a-z0-9-]{0,58}[a-z0-9])\.azurewebsites\.net$/],
  [
    'storage-account',
    /^(?<name>[a-z0-9]{3,24})(?:-secondary)?\.(?:z\d+\.)?(?:blob|dfs|file|queue|table|web)\.core\.windows\.net$/,
  ],
  ['public-address', /^(?<name>[a-z][a-z0-9-]{1,61}[a-z0-9])\.(?<location>[a-z0-9]+)\.cloudapp\.azure\.com$/],
  [
    'api-management',
    /^(?<name>[a-z][a-z0-9-]{0,48}[a-z0-9])\.(?:(?:developer|management|portal|scm)\.)?azure-api\.net$/,
  ],
  ['traffic-manager', /^(?<name>[a-z0-9-]+(?:\.[a-z0-9-]+)*)\.trafficmanager\.net$/],
  ['cdn-endpoint', /^(?<name>[a-z0-9-]+)\.azureedge\.net$/],
  ['front-door', /^(?<name>[a-z0-9-]+)\.azurefd\.net$/],
  ['container-group', /^(?<name>[a-z0-9-]+)\.(?<location>[a-z0-9]+)\.azurecontainer\.io$/],
];

/** What a name is, if it is such a one. */
export function azureHost(target: string): AzureHost | undefined {
  const host = target.toLowerCase().replace(/\.$/, '');
  for (const [kind, form] of forms) {
    const { name, location } = form.exec(host)?.groups ?? {};
    if (name !== undefined) return { kind, host, name, ...(location !== undefined && { location }) };
  }
  return undefined;
}

/** Tells names apart: an account has several hosts, and one name. */
export function hostKey({ kind, name, location = '' }: AzureHost): string {
  return `${kind} ${name} ${location}`;
}
