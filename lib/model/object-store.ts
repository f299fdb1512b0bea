/** Where documents are kept by key (`aws/111122223333/global.json`): a folder, an S3 prefix, or memory. */
export interface ObjectStore {
  /** Shown to people: a path or an `s3://` address. */
  readonly location: string;
  put(key: string, body: Uint8Array | string, contentType?: string): Promise<void>;
  /** Undefined when there is no such key. */
  get(key: string): Promise<Uint8Array | undefined>;
  /** Keys that begin with `prefix`, in ascending order of their UTF-16 code units. */
  list(prefix: string): AsyncIterable<string>;
}
