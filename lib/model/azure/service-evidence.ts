import { command } from '../command.ts';
import type { Evidence, Remediation } from '../judgement.ts';
import type { ServiceInUse } from './service-in-use.ts';

type Some<T> = readonly [T, ...T[]];

/** What is in use, by type and location, each with an example. */
export function serviceEvidence([first, ...rest]: Some<ServiceInUse>): Some<Evidence> {
  return [evidenceOf(first), ...rest.slice(0, 19).map(evidenceOf)];
}

function evidenceOf({ service, type, location, count, examples, isAutomatic }: ServiceInUse): Evidence {
  const made = isAutomatic ? { ja: '（自動作成）', en: ', made automatically' } : { ja: '', en: '' };
  return {
    what: {
      ja: `${service} ${type}: ${location} に ${count} 個${made.ja}`,
      en: `${service} ${type}: ${count} in ${location}${made.en}`,
    },
    operation: 'Microsoft.Resources/resources',
    ref: examples[0] ?? type,
  };
}

/** The commands that list what is in use, and that delete the examples: whoever runs the second has looked at the first. */
export function removeResources([first, ...rest]: Some<ServiceInUse>): Some<Remediation> {
  const ids = [first, ...rest].flatMap(({ examples }) => examples).slice(0, 3);
  const removals = ids.map((id): Remediation => ({ kind: 'azure-cli', text: command`az resource delete --ids ${id}` }));
  return [{ kind: 'azure-cli', text: listing(first) }, ...removals];
}

/** `--location` and `--resource-type` narrow the list of the subscription that the first example stands in. */
function listing({ type, location, examples }: ServiceInUse): string {
  const subscription = /^\/subscriptions\/([^/]+)/i.exec(examples[0] ?? '')?.[1] ?? '';
  const list = command`az resource list --subscription ${subscription} --resource-type ${type}`;
  return `${list}${location === 'global' ? '' : command` --location ${location}`} --output table`;
}
