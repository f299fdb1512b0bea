import { armKey } from '../../../model/azure/arm-id.ts';
import { outputsOf, valuesOf } from '../../json-object.ts';
import type { Answers } from '../../part.ts';
import { everybody, firewallRules, type ReadRules } from './access-rules.ts';
import { notAnswered } from './public-access.ts';

/** The firewall rules of a server by its id. Of one whose rules were not read, anybody may get in. */
export function rulesByServer(answers: Answers, operation: string): (id: string) => ReadRules {
  const told = new Map([...outputsOf(answers, operation)].map(([id, output]) => [armKey(id), output]));
  return (id) => {
    const output = told.get(armKey(id));
    if (!output) return { access: everybody, unread: [notAnswered(operation, id)] };
    return { access: firewallRules(valuesOf(output, operation)), unread: [] };
  };
}
