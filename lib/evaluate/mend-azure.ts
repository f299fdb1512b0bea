import { isArmOperation } from '../model/azure/arm-operations.ts';
import type { Remediation } from '../model/judgement.ts';
import type { Unread } from '../model/unread.ts';
import { mendGraph } from './mend-graph.ts';

/** What lets Azure answer: the role Reader at the right scope, and for principals the permissions of Microsoft Graph. */
export function mendAzure(unread: readonly Unread[]): readonly Remediation[] {
  const ofArm = unread.filter(({ operation, permission }) => permission !== undefined && isArmOperation(operation));
  const ofGraph = unread.filter(({ operation }) => operation.startsWith('/'));
  if (ofArm.length === 0) return mendGraph(ofGraph);
  const actions = [...new Set(ofArm.flatMap(({ permission }) => permission ?? []))].toSorted().join(', ');
  const text =
    'az role assignment create --assignee "$CLIENT_ID" --role Reader --scope "/providers/Microsoft.Management/managementGroups/$MANAGEMENT_GROUP_ID"';
  const steps: Remediation = {
    kind: 'console',
    text: {
      ja: `点検に使うアプリに、ルート管理グループまたはこのサブスクリプションで閲覧者（Reader）のロールを割り当ててください。足りない操作: ${actions}`,
      en: `Assign the role Reader to the application that scans, at the root management group or at this subscription. Missing actions: ${actions}`,
    },
  };
  return [{ kind: 'azure-cli', text }, steps, ...(ofGraph.length > 0 ? mendGraph(ofGraph) : [])];
}
