/** An ARM id as a key: ids are not case-sensitive ("Azure Resource Manager resource ids"), and are written in any case. */
export function armKey(id: string): string {
  const key = id.toLowerCase();
  return key.endsWith('/') ? key.replace(/\/+$/, '') : key;
}

/** The last segment of an ARM id, as it is written: the resource's name. */
export function armName(id: string): string {
  return id.replace(/\/+$/, '').split('/').at(-1) ?? id;
}

/** The subscription that an id names, in lower case; undefined for what stands above subscriptions. */
export function subscriptionOf(id: string): string | undefined {
  return /^\/subscriptions\/([^/]+)/i.exec(id)?.[1]?.toLowerCase();
}

/** The resource group that an id names, as it is written; undefined for what is in none. */
export function resourceGroupOf(id: string): string | undefined {
  return /\/resourceGroups\/([^/]+)/i.exec(id)?.[1];
}

/** The id of the resource that a child belongs to: two segments less. */
export function armParent(id: string): string {
  const plain = id.endsWith('/') ? id.replace(/\/+$/, '') : id;
  const name = plain.lastIndexOf('/');
  return name < 1 ? '' : plain.slice(0, Math.max(plain.lastIndexOf('/', name - 1), 0));
}

/** The type of the resource that an id names, in lower case: `microsoft.compute/virtualmachines`; undefined for none. */
export function armType(id: string): string | undefined {
  const [, rest] = /\/providers\/(?!.*\/providers\/)(.+)$/.exec(armKey(id)) ?? [];
  const [namespace, ...parts] = rest?.split('/') ?? [];
  const types = parts.filter((_, at) => at % 2 === 0);
  return namespace === undefined || types.length === 0 ? undefined : [namespace, ...types].join('/');
}
