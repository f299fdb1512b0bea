/** Application id of Microsoft Graph, in every tenant: a permission is the pair of the service and the id of its role. */
export const graphAppId = '00000003-0000-0000-c000-000000000000';
