/** What a path asks for. */
export interface ArmRoute {
  /** Resource type, as the snapshot names the operation. */
  readonly operation: string;
  /** In lower case; empty for what stands above subscriptions. */
  readonly subscription: string;
  /** The resource that a list of children is asked of, as it is written. */
  readonly parent?: string;
  /** The id of the one object that is asked for, where it is no list. */
  readonly id?: string;
}

/**
 * Which operation a path is of: `/subscriptions/S/providers/NAMESPACE/TYPE` is a list of the subscription,
 * `/subscriptions/S/resourceGroups/G/providers/NAMESPACE/TYPE/NAME/CHILD` one of a resource; with one name more it is an object.
 */
export function armRoute(pathname: string): ArmRoute | undefined {
  const path = decodeURIComponent(pathname);
  if (/^\/subscriptions\/?$/i.test(path)) return { operation: 'Microsoft.Resources/subscriptions', subscription: '' };
  const below = /^\/providers\/Microsoft\.Management\/managementGroups\/([^/]+)\/descendants$/i.exec(path);
  if (below) return { operation: 'Microsoft.Management/managementGroups/descendants', subscription: '' };
  const [, subscription = '', rest = ''] = /^\/subscriptions\/([^/]+)\/(.*)$/i.exec(path) ?? [];
  if (subscription === '') return undefined;
  if (/^resources$/i.test(rest))
    return { operation: 'Microsoft.Resources/resources', subscription: subscription.toLowerCase() };
  const at = rest.toLowerCase().lastIndexOf('providers/');
  if (at < 0) return undefined;
  const [namespace = '', ...parts] = rest.slice(at + 'providers/'.length).split('/');
  const types = parts.filter((_, place) => place % 2 === 0);
  const operation = [namespace, ...types].join('/');
  const isObject = parts.length % 2 === 0;
  const ofList = isObject ? withoutLast(path) : path;
  return {
    operation,
    subscription: subscription.toLowerCase(),
    ...(types.length > 1 && { parent: withoutLast(ofList) }),
    ...(isObject && { id: path }),
  };
}

function withoutLast(path: string): string {
  return path.slice(0, path.lastIndexOf('/'));
}
