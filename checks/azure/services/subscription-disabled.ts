import { subscriptionResource } from '../../../lib/model/azure/azure-resource.ts';
import type { KnownSubscription, SubscriptionRemains } from '../../../lib/model/azure/subscription.ts';
import { defineCheck } from '../../../lib/model/check.ts';
import { command } from '../../../lib/model/command.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';

/** "Azure subscription states": in these, resources may be listed and deleted, and nothing is made any more. */
const ended: ReadonlySet<string> = new Set(['disabled', 'warned']);
/** In use; or deleted, and all data with it. */
const settled: ReadonlySet<string> = new Set(['enabled', 'pastdue', 'deleted']);
const subscriptions = 'Microsoft.Resources/subscriptions';

export default defineCheck({
  id: 'azure-subscription-disabled',
  clauses: ['12.4'],
  severity: 'medium',
  title: {
    ja: '停止された（無効な）サブスクリプションにデータが残っている',
    en: 'A subscription that was switched off still holds data',
  },
  why: {
    ja: '解約したり支払いが止まったりしたサブスクリプションは無効になりますが、リソースとデータは、Microsoftがサブスクリプションごと削除するまで残ります（解約後30〜90日。種類によります）。その間は誰でも、有効に戻せばデータに届きます。状態が Disabled か Warned で、リソースか、復元できる削除済みのリソースが残っているものを指摘します。Warned は、まもなく無効になる状態で、重大度を下げます。PastDue は使用中とみなします。',
    en: 'A subscription that was cancelled, or that nobody pays for, is disabled; its resources and their data stay until Microsoft deletes the whole subscription, 30 to 90 days after it was cancelled, depending on its kind. Until then whoever enables it again has the data. Found is one in the state Disabled or Warned with resources, or with deleted ones that can be recovered. Warned means that it will soon be disabled, and lowers the severity. PastDue counts as in use.',
  },
  fix: {
    ja: '利用を終えたのであれば、必要なデータを退避し、リソースを削除してからサブスクリプションを削除し、消えたことを次の点検で確かめます。まだ使うのであれば、有効に戻します。',
    en: 'If its use has ended, save what is needed, delete the resources and then the subscription, and see in the next scan that it is gone. If it is still needed, enable it again.',
  },
  reads: ['azure.subscriptionRemains'],
  find: ({ 'azure.subscriptionRemains': remains }, { unit }): readonly Judgement[] => {
    const scope = subscriptionResource(unit);
    const { subscription, resources, stored, unread } = remains;
    const state = subscription?.state.toLowerCase() ?? '';
    const resource = { ...scope, name: subscription?.name ?? scope.name };
    if (settled.has(state)) return [{ status: 'pass', resource }];
    if (!subscription || !ended.has(state)) {
      const message = `the list of subscriptions says no state that is known of ${scope.name}`;
      return [{ status: 'unknown', resource, unread: { operation: subscriptions, code: 'UnexpectedAnswer', message } }];
    }
    if ((resources ?? 0) + stored > 0) return [failure(resource, subscription, remains)];
    const [gap] = unread;
    return [gap ? { status: 'unknown', resource, unread: gap } : { status: 'pass', resource }];
  },
});

function failure(
  resource: Resource,
  { state }: KnownSubscription,
  { resources, stored }: Pick<SubscriptionRemains, 'resources' | 'stored'>,
): Failed {
  const [ofJa, ofEn] =
    resources === undefined ? ['不明（読み取れませんでした）', 'not known'] : [`${resources} 個`, resources];
  const left = {
    ja: `残っているリソースは ${ofJa}、復元できる削除済みのリソースとバックアップは ${stored} 個です`,
    en: `resources that are left: ${ofEn}; deleted ones that can be recovered, and backups: ${stored}`,
  };
  return {
    status: 'fail',
    resource,
    ...(state.toLowerCase() === 'warned' && { severity: 'low' as const }),
    detail: {
      ja: `サブスクリプション ${resource.name} の状態は ${state} で、${left.ja}。`,
      en: `The subscription ${resource.name} is ${state}; ${left.en}.`,
    },
    evidence: [
      { what: { ja: `状態は ${state}`, en: `Its state is ${state}` }, operation: subscriptions, ref: resource.id },
      ...listed(resource, resources),
    ],
    remediation: [
      {
        kind: 'azure-cli',
        text: command`az resource list --subscription ${resource.account} --output table`,
      },
      {
        kind: 'console',
        text: {
          ja: 'Azureポータルの［サブスクリプション］で対象を開き、リソースを削除した後、［削除］を選びます（解約から数日後に選べるようになります）。',
          en: 'Open it under Subscriptions in the Azure portal, delete its resources, and choose Delete, which is offered some days after it was cancelled.',
        },
      },
    ],
  };
}

function listed({ id }: Resource, resources: number | undefined): readonly Evidence[] {
  if (resources === undefined) return [];
  const what = { ja: `リソースの一覧に ${resources} 個ある`, en: `The list of its resources has ${resources}` };
  return [{ what, operation: 'Microsoft.Resources/resources', ref: id }];
}
