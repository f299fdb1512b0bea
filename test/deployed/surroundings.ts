/** What the machine reaches outside of itself. */
export interface Surroundings {
  /** Calls a Lambda function by its ARN; what it throws is the function's error. */
  invoke(functionArn: string, payload: unknown): Promise<unknown>;
  readObject(bucket: string, key: string): Promise<string>;
  writeObject(bucket: string, key: string, body: string): Promise<void>;
  /** Hears of each wait before a retry, in seconds, without jitter; the executor itself does not wait. */
  onRetry?(error: string, seconds: number): void;
}
