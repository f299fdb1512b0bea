/** STUB: to be written. */
export interface AzureResourceInUse {
  readonly id: string;
}
/** STUB: to be written. */
export interface ServicesInUse {
  readonly services: readonly never[];
}
