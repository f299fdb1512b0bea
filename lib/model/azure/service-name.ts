import { servicesByNamespace, servicesByType } from './service-names.ts';

/** The service that a type of resource belongs to; the namespace itself where nobody here knows it. */
export function serviceName(type: string): string {
  const [namespace = '', first = ''] = type.toLowerCase().split('/');
  return servicesByType[`${namespace}/${first}`] ?? servicesByNamespace[namespace] ?? namespace;
}
