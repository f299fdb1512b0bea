/** STUB: to be written. */
export interface AzureConnections {
  readonly connections: readonly never[];
}
