import { stat } from 'node:fs/promises';
import { OperatorError } from '../model/operator-error.ts';

/** Throws OperatorError where a snapshot is asked for that is neither a folder nor kept in S3. */
export async function requireFolder(folder: string): Promise<void> {
  if (folder.startsWith('s3://')) return;
  const found = await stat(folder).catch(() => undefined);
  if (found?.isDirectory()) return;
  throw new OperatorError({
    ja: `スナップショットのフォルダー「${folder}」がありません。\`tenken scan\` が書き出した snapshot フォルダーを指定してください。`,
    en: `There is no snapshot folder "${folder}"; name the snapshot folder that \`tenken scan\` wrote.`,
  });
}
