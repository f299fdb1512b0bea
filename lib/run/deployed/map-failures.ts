import type { ObjectStore } from '../../model/object-store.ts';

/** Why a scan step gave no result. */
export interface MapFailure {
  readonly code: string;
  readonly message: string;
}

/** manifest.json of a distributed map ("ResultWriter", Step Functions Developer Guide). */
interface MapManifest {
  readonly ResultFiles: { readonly FAILED?: readonly { readonly Key: string }[] };
}

/** One child execution in a file that the manifest names. */
interface FailedChild {
  /** The item as JSON. */
  readonly Input: string;
  readonly Error?: string;
  readonly Cause?: string;
}

/**
 * The accounts, entries of `tenants.azure` as `azure/KEY`, and tenants as `entra/TENANT`, whose scan step failed, crashed
 * or ran out of time, and why, as the distributed map wrote it down.
 */
export async function readMapFailures(
  work: ObjectStore,
  manifestKey: string,
): Promise<ReadonlyMap<string, MapFailure>> {
  const manifest = await readJson<MapManifest>(work, manifestKey);
  const failures = new Map<string, MapFailure>();
  for (const { Key } of manifest.ResultFiles.FAILED ?? []) {
    for (const child of await readJson<readonly FailedChild[]>(work, Key)) {
      failures.set(itemOf(JSON.parse(child.Input) as Item), {
        code: child.Error ?? 'States.TaskFailed',
        message: messageOf(child.Cause),
      });
    }
  }
  return failures;
}

interface Item {
  readonly account?: string;
  readonly azure?: string;
  readonly tenant?: string;
}

function itemOf({ account, azure, tenant }: Item): string {
  return account ?? (azure === undefined ? `entra/${tenant}` : `azure/${azure}`);
}

/** A Lambda's cause is JSON with the message inside. */
function messageOf(cause = ''): string {
  try {
    const { errorMessage } = JSON.parse(cause) as { errorMessage?: unknown };
    return typeof errorMessage === 'string' ? errorMessage : cause;
  } catch {
    return cause;
  }
}

async function readJson<T>(work: ObjectStore, key: string): Promise<T> {
  const bytes = await work.get(key);
  if (!bytes) throw new Error(`${work.location}${key} is missing; the distributed map should have written it`);
  return JSON.parse(new TextDecoder().decode(bytes)) as T;
}
