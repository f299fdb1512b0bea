import { graphPermissions } from '../model/entra/graph-operations.ts';
import { graphAppId } from '../model/entra/graph-app.ts';
import type { Remediation } from '../model/judgement.ts';
import { licenceNames } from '../model/missing-access.ts';
import type { Unread } from '../model/unread.ts';

/** What lets Microsoft Graph answer: permissions to consent to, and licences. Nothing of it is a matter of the checks. */
export function mendGraph(unread: readonly Unread[]): readonly Remediation[] {
  const permissions = [...new Set(unread.flatMap(({ permission }) => permission ?? []))].toSorted();
  const licences = [...new Set(unread.flatMap(({ licence }) => licence ?? []))].toSorted();
  if (permissions.length + licences.length === 0) return [again];
  return [...permissions.flatMap(consent), ...licences.map((licence) => licenceNeeded(licenceNames[licence]))];
}

function consent(permission: string): readonly Remediation[] {
  const id = Object.entries(graphPermissions).find(([name]) => name === permission)?.[1];
  const steps: Remediation = {
    kind: 'console',
    text: {
      ja: `点検に使うアプリの登録に Microsoft Graph のアプリケーションの許可 ${permission} を加え、管理者の同意を与えてください。新しい許可は新しいトークンにだけ現れます。`,
      en: `Add the application permission ${permission} of Microsoft Graph to the app registration that scans, and grant admin consent. New permissions appear in new tokens only.`,
    },
  };
  if (id === undefined) return [steps];
  const text = `az ad app permission add --id "$CLIENT_ID" --api ${graphAppId} --api-permissions ${id}=Role && az ad app permission admin-consent --id "$CLIENT_ID"`;
  return [{ kind: 'azure-cli', text }, steps];
}

function licenceNeeded(name: string): Remediation {
  return {
    kind: 'console',
    text: {
      ja: `この情報は ${name} のライセンスがあるテナントでだけ取得できます。ライセンスを割り当てるか、手作業で確認した結果を記録してください。`,
      en: `This can be read only in a tenant with ${name}. License the tenant, or verify by hand and keep the result.`,
    },
  };
}

const again: Remediation = {
  kind: 'console',
  text: {
    ja: '原因(サインイン、通信、スロットリング、サービスの障害など)を取り除き、もう一度点検してください。',
    en: 'Remove the cause (sign-in, network, throttling, an outage) and scan again.',
  },
};
