/** STUB: to be written. */
export interface AzureDirectory {
  readonly objects: ReadonlyMap<string, never>;
}
