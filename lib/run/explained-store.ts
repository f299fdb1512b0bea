import type { ObjectStore } from '../model/object-store.ts';
import { OperatorError } from '../model/operator-error.ts';

/** A store whose errors are told to the person at the keyboard: what could not be reached, and what to look at. */
export function explainedStore(store: ObjectStore): ObjectStore {
  const explain = (cause: unknown): never => {
    throw cause instanceof OperatorError ? cause : unreachable(store.location, cause);
  };
  return {
    location: store.location,
    put: (key, body, contentType) => store.put(key, body, contentType).catch(explain),
    get: (key) => store.get(key).catch(explain),
    async *list(prefix) {
      try {
        yield* store.list(prefix);
      } catch (cause) {
        explain(cause);
      }
    },
  };
}

function unreachable(location: string, cause: unknown): OperatorError {
  const { name, message } = cause instanceof Error ? cause : { name: 'Error', message: String(cause) };
  if (message === 'Region is missing')
    return new OperatorError(
      {
        ja: `${location} のリージョンが分かりません。環境変数 AWS_REGION にバケットのリージョンを設定してください(例: AWS_REGION=ap-northeast-1)。`,
        en: `There is no region for ${location}; set AWS_REGION to that of the bucket, as in AWS_REGION=ap-northeast-1.`,
      },
      { cause },
    );
  return new OperatorError(
    {
      ja: `${location} を読み書きできません(${name}: ${message})。バケット名、リージョン、認証情報、権限(s3:GetObject、s3:ListBucket、s3:PutObject)を確認してください。`,
      en: `Cannot reach ${location} (${name}: ${message}); check the bucket's name, region, credentials and permissions (s3:GetObject, s3:ListBucket, s3:PutObject).`,
    },
    { cause },
  );
}
