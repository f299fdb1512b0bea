/** STUB: to be written. */
export interface AzureAccess {
  readonly holders: readonly never[];
}
