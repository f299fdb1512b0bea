import { awsServicePrefixes } from '../../model/aws/service-prefixes.ts';
import type { DetectionKeys, RegisterEntry } from '../../model/register.ts';
import type { Text } from '../../model/text.ts';
import { nearest } from '../nearest.ts';
import { problems as texts, type Problem } from '../problems.ts';
import { keyClaims } from './key-conflicts.ts';
import { plainWord } from './register-words.ts';
import type { RowProblem } from './row-problem.ts';

/** A row that is sound by itself, and its index. */
export interface NumberedEntry {
  readonly row: number;
  readonly entry: RegisterEntry;
}

/** What holds beyond the shape of a row: between its fields, between rows, and about services that exist. */
export function rowRules(entries: readonly NumberedEntry[]): RowProblem[] {
  return [
    ...duplicateIds(entries),
    ...sharedKeys(entries),
    ...entries.flatMap(unknownServices),
    ...entries.flatMap(order),
  ];
}

/** People take ids for one that differ in case, width or spaces only. */
function duplicateIds(entries: readonly NumberedEntry[]): RowProblem[] {
  const first = new Map<string, number>();
  return entries.flatMap(({ row, entry }): RowProblem[] => {
    const id = plainWord(entry.id);
    const other = first.get(id);
    if (other === undefined) first.set(id, row);
    if (other === undefined) return [];
    const say: RowProblem['say'] = (_, place) => ({
      ja: `管理番号「${entry.id}」が重複しています(${place(other).ja})。行ごとに別の番号にしてください`,
      en: `the id "${entry.id}" is taken (${place(other).en}); give each row one of its own`,
    });
    return [{ row, path: ['id'], say }];
  });
}

const keyFields = ['aws', 'azure', 'entra', 'tenants'] as const satisfies readonly (keyof DetectionKeys)[];

/** Of what is recognised by one key in one place, only one row can say whether it is approved. */
function sharedKeys(entries: readonly NumberedEntry[]): RowProblem[] {
  const claims = keyClaims();
  return entries.flatMap(({ row, entry }) =>
    keyFields.flatMap((field) =>
      entry.keys[field].flatMap((key, index): RowProblem[] => {
        const other = claims.claim(`${field} ${key.toLowerCase()}`, row, entry);
        if (other === undefined) return [];
        const say: RowProblem['say'] = (_, place) => ({
          ja: `検出キー「${key}」は別の行(${place(other).ja})にもあり、承認アカウントと承認リージョンが重なっています。一方から消すか、範囲を分けてください`,
          en: `the key "${key}" is that of another row too (${place(other).en}), for the same accounts and regions; take it out of one, or part their accounts or regions`,
        });
        return [{ row, path: ['keys', field, index], say }];
      }),
    ),
  );
}

function unknownServices({ row, entry }: NumberedEntry): RowProblem[] {
  return entry.keys.aws.flatMap((key, index) =>
    awsServicePrefixes.has(key) ? [] : [{ row, path: ['keys', 'aws', index], say: () => unknownService(key) }],
  );
}

function unknownService(key: string): Text {
  const hint = serviceWithin(key) ?? nearest(key, [...awsServicePrefixes]);
  return {
    ja: `「${key}」というAWSサービスの接頭辞はありません。${hint ? `「${hint}」のことですか` : 'IAMアクションのコロンの前(s3、bedrock など)を書いてください'}`,
    en: `there is no AWS service prefix "${key}"; ${hint ? `did you mean "${hint}"?` : 'write what stands before the colon of its IAM actions: s3, bedrock'}`,
  };
}

/** The prefix in an ARN, an action, an endpoint or a service's name: in `s3:GetObject`, `s3.amazonaws.com`, `Amazon S3`. */
function serviceWithin(key: string): string | undefined {
  const words = key.replace(/^arn:[^:]*:/, '').split(/[:.\s/]+/);
  return words.find((word) => awsServicePrefixes.has(word));
}

function order({ row, entry }: NumberedEntry): RowProblem[] {
  const { state, approval, validUntil, endedOn, conditions } = entry;
  const wrong = (field: string, name: Problem): RowProblem[] => [{ row, path: [field], say: () => texts[name] }];
  return [
    ...(state === 'retired' && endedOn === undefined ? wrong('endedOn', 'retiredWithoutEnd') : []),
    ...(state === 'conditional' && conditions === undefined ? wrong('conditions', 'conditionalWithoutConditions') : []),
    ...(approval && validUntil !== undefined && validUntil < approval.on
      ? wrong('validUntil', 'validBeforeApproval')
      : []),
  ];
}
