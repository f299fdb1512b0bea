/** STUBS: to be written. */
export interface AzureRoleAssignment { readonly id: string }
export interface AzureRoleDefinition { readonly id: string }
export interface AzureRoleSchedule { readonly id: string }
export interface DenyAssignment { readonly id: string }
export interface AzureDelegation { readonly id: string }
export interface ClassicAdministrator { readonly id: string }
export interface IdentityHolder { readonly id: string }
