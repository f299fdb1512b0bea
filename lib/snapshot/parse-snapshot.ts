import { OperatorError } from '../model/operator-error.ts';
import { snapshotSchema, type Snapshot } from '../model/snapshot.ts';
import type { Text } from '../model/text.ts';
import { unitPath, type Unit } from '../model/unit.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Checks a document's frame and returns it as a snapshot. The answers inside are the cloud's own: `lib/interpret` reads
 * them. Throws OperatorError that names `file` when it is not JSON, of another version, or not a snapshot.
 */
export function parseSnapshot(text: string, file: string): Snapshot {
  const document = parseJson(text, file);
  if (!isFields(document)) throw wrong(file, { ja: 'オブジェクトではありません', en: 'it is not an object' });
  if (document['schema'] !== snapshotSchema) throw otherVersion(document['schema'], file);
  const unit = parseUnit(document['unit']);
  if (!unit) throw wrong(file, { ja: 'unit が正しくありません', en: 'its unit is not well-formed' });
  const expected = file.replace(/\.json(\.gz)?$/, '');
  if (!expected.endsWith(unitPath(unit))) {
    const said = unitPath(unit);
    throw wrong(file, { ja: `内容は ${said} のものです`, en: `it describes ${said}, which its name does not say` });
  }
  const { collectedAt, responses, errors, skipped } = document;
  if (
    typeof collectedAt !== 'string' ||
    !/^\d{4}-\d\d-\d\dT/.test(collectedAt) ||
    Number.isNaN(Date.parse(collectedAt))
  ) {
    throw wrong(file, { ja: 'collectedAt が日時ではありません', en: 'its collectedAt is not an ISO 8601 time' });
  }
  if (!isFields(responses)) throw wrong(file, { ja: 'responses がありません', en: 'it has no responses' });
  if (!isErrors(errors)) throw wrong(file, { ja: 'errors が正しくありません', en: 'its errors are not well-formed' });
  if (skipped !== undefined && !isSkipped(skipped)) {
    throw wrong(file, { ja: 'skipped が正しくありません', en: 'its skipped is not well-formed' });
  }
  return { schema: snapshotSchema, unit, collectedAt, responses, errors, ...(skipped && { skipped }) };
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw wrong(file, { ja: `JSONとして読めません(${reason})`, en: `it is not JSON (${reason})` });
  }
}

function parseUnit(unit: unknown): Unit | undefined {
  if (!isFields(unit)) return undefined;
  const { provider, account, region, organization, subscription, tenant } = unit;
  const word = (value: unknown): value is string => typeof value === 'string' && /^[\w-]+$/.test(value);
  if (provider === 'aws' && word(account) && /^\d{12}$/.test(account) && word(region))
    return { provider, account, region };
  if (provider === 'aws' && word(organization)) return { provider, organization };
  if (provider === 'azure' && word(subscription)) return { provider, subscription };
  if (provider === 'entra' && word(tenant)) return { provider, tenant };
  return undefined;
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isErrors(value: unknown): value is Snapshot['errors'] {
  const fields = ['operation', 'code', 'message'];
  return (
    Array.isArray(value) &&
    value.every(
      (each) =>
        isFields(each) &&
        fields.every((field) => typeof each[field] === 'string') &&
        (each['because'] === undefined || typeof each['because'] === 'string'),
    )
  );
}

function isSkipped(value: unknown): value is NonNullable<Snapshot['skipped']> {
  const fields = ['operation', 'reason'];
  return (
    Array.isArray(value) &&
    value.every((each) => isFields(each) && fields.every((field) => typeof each[field] === 'string'))
  );
}

function otherVersion(schema: unknown, file: string): OperatorError {
  const found = JSON.stringify(schema) ?? 'none';
  return wrong(file, {
    ja: `スキーマが ${found} です(このTenkenが読めるのは ${snapshotSchema})`,
    en: `its schema is ${found}, and this Tenken reads ${snapshotSchema}`,
  });
}

/** One sentence about a snapshot file that cannot be used. */
export function wrong(file: string, what: Text): OperatorError {
  return new OperatorError({
    ja: `スナップショット「${file}」を使えません: ${what.ja}。収集し直すか、このファイルを除いてください。`,
    en: `The snapshot ${file} cannot be used: ${what.en}. Collect it again, or take the file away.`,
  });
}
