import { defineCheck } from '../../../lib/model/check.ts';
import type { Evidence, Failed, Judgement } from '../../../lib/model/judgement.ts';
import type { Resource } from '../../../lib/model/resource.ts';
import { deleteThing } from '../../../lib/model/services/delete-thing.ts';
import type { LeftData, LeftThing } from '../../../lib/model/services/service-review.ts';
import { isAzureUnit, type Unit } from '../../../lib/model/unit.ts';
import { unitResource } from '../../../lib/model/unit-resource.ts';

export default defineCheck({
  id: 'service-retired-data-left',
  clauses: ['12.4'],
  severity: 'medium',
  title: {
    ja: '利用を終了したサービスのデータが残っている',
    en: 'Data of a service is left whose use has ended',
  },
  why: {
    ja: '利用を終了したサービスのスナップショット、バックアップ、バケット、ログは、誰も管理しないまま残り、復元すれば元のデータに戻ります。台帳で利用終了（または利用終了日を過ぎた）行の検出キーに当たるものを一つずつ指摘します。消えれば「是正済み」となり、何がいつまであり、いつなくなったかが facts/deletions.ndjson に残ります。削除待ちのものは、サービスが自動的に削除する日を添えます。使用中の行も当てはまるものは、その行のデータとみなして指摘しません。',
    en: 'Snapshots, backups, buckets and logs of a service whose use has ended stay with nobody to look after them, and whoever restores one has the data. Each thing that the detection keys of an ended row name is found by itself. When it is gone the finding is resolved, and facts/deletions.ndjson keeps what was there, until when, and when it was gone. What waits for its deletion says the day. A thing that a row still in use is about as well is taken for that one.',
  },
  fix: {
    ja: '責任者に保存の義務がないことを確かめ、必要なものを退避してから削除します。次の点検で是正済みになったことを、削除の証跡とします。',
    en: 'Make sure with the owner that nothing must be kept, save what is needed, and delete the rest. That the next scan resolves the finding is the evidence of the deletion.',
  },
  reads: ['any.leftServices'],
  find: ({ 'any.leftServices': { left, unread, clean } }, { unit }) => [
    ...left.map((each) => failure(each, unit)),
    ...unread.map(({ entry, kind, unread: gap }): Judgement => {
      const resource = rowResource(unit, entry.id, entry.name);
      return { status: 'unknown', resource: { ...resource, id: `${resource.id}:${kind}` }, unread: gap };
    }),
    ...clean.map(({ id, name }): Judgement => ({ status: 'pass', resource: rowResource(unit, id, name) })),
  ],
});

/** An ended service, as far as this account or subscription had it. */
function rowResource(unit: Unit, row: string, name: string): Resource {
  const home = unitResource(unit);
  return { ...home, type: 'ended-service', id: `${home.id}:ended/${row}`, name };
}

function failure({ entry, thing }: LeftData, unit: Unit): Failed {
  const { provider, account } = unitResource(unit);
  const { id, name, kind, region } = thing;
  const resource: Resource = { provider, account, region, type: kind, id, name };
  const size =
    thing.sizeGiB === undefined
      ? { ja: '', en: '' }
      : { ja: `、${inWords(thing.sizeGiB)} GiB`, en: `, ${inWords(thing.sizeGiB)} GiB` };
  const made =
    thing.created === undefined
      ? { ja: '', en: '' }
      : { ja: `、作成 ${thing.created.slice(0, 10)}`, en: `, made ${thing.created.slice(0, 10)}` };
  return {
    status: 'fail',
    resource,
    ...(thing.deletedOn !== undefined && { severity: 'low' as const }),
    detail: {
      ja: `台帳 ${entry.id}（${entry.name}）は利用を終了していますが、${kind} ${name} が残っています（${region}${made.ja}${size.ja}）。責任者: ${thing.owner ?? entry.owner ?? '不明'}。`,
      en: `Row ${entry.id} (${entry.name}) has ended, and ${kind} ${name} is left (${region}${made.en}${size.en}). Owner: ${thing.owner ?? entry.owner ?? 'not known'}.`,
    },
    evidence: evidenceOf(thing, entry.id, entry.endedOn),
    remediation: [deleteThing(thing, isAzureUnit(unit))],
  };
}

/** File systems and logs are counted to the byte, which nobody wants to read. */
function inWords(sizeGiB: number): string {
  return sizeGiB > 0 && sizeGiB < 0.01 ? '<0.01' : String(Number(sizeGiB.toFixed(2)));
}

function evidenceOf(thing: LeftThing, row: string, endedOn: string | undefined): Failed['evidence'] {
  const { kind, id, operation, source, sourceIsGone, isUnattached, deletedOn } = thing;
  const there: Evidence = {
    what: { ja: `${kind} が一覧にある`, en: `${kind} is in the list` },
    operation,
    ref: id,
  };
  const ended: Evidence = {
    what: {
      ja: `台帳の状態は利用終了${endedOn === undefined ? '' : `（${endedOn} まで）`}`,
      en: `The register says that its use has ended${endedOn === undefined ? '' : ` (${endedOn})`}`,
    },
    operation: 'tenken:Register',
    ref: row,
  };
  const gone: Evidence[] =
    source !== undefined && sourceIsGone
      ? [
          {
            what: { ja: `作成元 ${source} はもうない`, en: `What it was made of, ${source}, is gone` },
            operation,
            ref: source,
          },
        ]
      : [];
  const loose: Evidence[] = isUnattached
    ? [
        {
          what: { ja: 'どの仮想マシンにも接続されていない', en: 'It is attached to no machine' },
          operation,
          ref: id,
        },
      ]
    : [];
  const pending: Evidence[] =
    deletedOn === undefined
      ? []
      : [
          {
            what: {
              ja: `遅くとも ${deletedOn.slice(0, 10)} に自動的に削除される`,
              en: `Deleted by the service itself, on ${deletedOn.slice(0, 10)} at the latest`,
            },
            operation,
            ref: id,
          },
        ];
  return [there, ended, ...gone, ...loose, ...pending];
}
