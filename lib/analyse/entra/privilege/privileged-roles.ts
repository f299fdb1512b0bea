import type { RoleDefinition } from '../../../model/entra/directory-role.ts';
import type { PrivilegeTier } from '../../../model/entra/privilege.ts';

/** The role that everything else leads to. */
export const globalAdministrator = '62e90394-69f5-4237-9190-012177145e10';

interface PrivilegedRole {
  readonly name: string;
  readonly tier: PrivilegeTier;
}

const direct = (name: string): PrivilegedRole => ({ name, tier: 'direct' });
const indirect = (name: string): PrivilegedRole => ({ name, tier: 'indirect' });
const privileged = (name: string): PrivilegedRole => ({ name, tier: 'privileged' });

/**
 * Built-in roles by template id. Indirect ones get there by credentials of applications, by synchronisation, federation
 * or policies ("Privileged roles and permissions in Microsoft Entra ID"; edges of BloodHound's AzureHound); privileged
 * ones by the passwords and groups of those who hold more, which they may not always change.
 */
const builtIn: ReadonlyMap<string, PrivilegedRole> = new Map([
  [globalAdministrator, direct('Global Administrator')],
  ['e8611ab8-c189-46e8-94e1-60213ab1f814', direct('Privileged Role Administrator')],
  ['7be44c8a-adaf-4e2a-84d6-ab2649e08a13', direct('Privileged Authentication Administrator')],
  ['e00e864a-17c5-4a4b-9c06-f5b95a8d5bd8', direct('Partner Tier2 Support')],
  ['9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', indirect('Application Administrator')],
  ['158c047a-c907-4556-b7ef-446551a6b5f7', indirect('Cloud Application Administrator')],
  ['8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2', indirect('Hybrid Identity Administrator')],
  ['4ba39ca4-527c-499a-b93d-d9b492c50246', indirect('Partner Tier1 Support')],
  ['d29b2b05-8046-44ba-8758-1e26182fcf32', indirect('Directory Synchronization Accounts')],
  ['8329153b-31d0-4727-b945-745eb3bc5f31', indirect('Domain Name Administrator')],
  ['be2f45a1-457d-42af-a067-6ec1fa63bc45', indirect('External Identity Provider Administrator')],
  ['194ae4cb-b126-40b2-bd5b-6091b380977d', indirect('Security Administrator')],
  ['b1be1c3e-b65d-4f19-8427-f6fa0d97feb9', indirect('Conditional Access Administrator')],
  ['45d8d3c5-c802-45c6-b32a-1d70b5e1e86e', indirect('Identity Governance Administrator')],
  ['3a2c62db-5318-420d-8d74-23affee5d9d5', indirect('Intune Administrator')],
  ['fe930be7-5e62-47db-91af-98c3a49a38b1', privileged('User Administrator')],
  ['c4e39bd9-1100-46d3-8c65-fb160da0071f', privileged('Authentication Administrator')],
  ['729827e3-9c14-49f7-bb1b-9608f156bbb8', privileged('Helpdesk Administrator')],
  ['966707d0-3269-4727-9be2-8c3a10f19b9d', privileged('Password Administrator')],
  ['9360feb5-f418-4baa-8175-e2a00bac4301', privileged('Directory Writers')],
  ['fdd7a751-b60b-444a-984c-02652fe8fa1c', privileged('Groups Administrator')],
  ['59d46f88-662b-457b-bceb-5c3809e5908f', privileged('Lifecycle Workflows Administrator')],
  ['29232cdf-9323-42fd-ade2-1d097af3e4de', privileged('Exchange Administrator')],
  ['f28a1f50-f6e7-4571-818b-6a12f2af6b6c', privileged('SharePoint Administrator')],
]);

/** Whether a role is known to be one of Microsoft's, the same in every tenant. */
export function isBuiltInRole(role: string): boolean {
  return builtIn.has(role);
}

/** Actions of custom roles that lead to the control of the tenant ("Microsoft Entra custom role permissions"). */
const tierZeroActions =
  /^microsoft\.directory\/(?:(?:applications|serviceprincipals)(?:\.\w+)?\/(?:credentials|owners|allproperties|approleassignedto)\/|(?:roleassignments|roledefinitions|conditionalaccesspolicies|privilegedidentitymanagement|entitlementmanagement)\/)/i;
/** An action on all tasks of a kind of object writes, too. */
const writes = /\/(?:update|create|delete|allTasks|manage\w*)$/i;

/** What a role is worth to an intruder; undefined for roles that lead nowhere. */
export function privilegedRole(
  role: string,
  definitions: ReadonlyMap<string, RoleDefinition>,
): (PrivilegedRole & { readonly isCustom: boolean }) | undefined {
  const known = builtIn.get(role);
  if (known) return { ...known, isCustom: false };
  const definition = definitions.get(role);
  if (!definition || definition.isBuiltIn || !definition.isEnabled) return undefined;
  const isTierZero = definition.actions.some((action) => tierZeroActions.test(action) && writes.test(action));
  return isTierZero ? { name: definition.name, tier: 'indirect', isCustom: true } : undefined;
}
