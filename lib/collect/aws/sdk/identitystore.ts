/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  IdentitystoreClient,
  ListGroupMembershipsCommand,
  ListGroupsCommand,
  ListUsersCommand,
} from '@aws-sdk/client-identitystore';
