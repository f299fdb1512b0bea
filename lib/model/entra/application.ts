/** A secret or certificate that signs an application in. */
export interface AppCredential {
  readonly id: string;
  readonly kind: 'secret' | 'certificate';
  readonly name?: string;
  readonly starts?: Date;
  readonly ends?: Date;
}

/** An app registration of the tenant's own. */
export interface Application {
  /** Object id. */
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  readonly created?: Date;
  readonly credentials: readonly AppCredential[];
}

/** An enterprise application, a managed identity, or what represents one of Microsoft's services. */
export interface ServicePrincipal {
  /** Object id. */
  readonly id: string;
  readonly appId: string;
  readonly name: string;
  readonly enabled: boolean;
  readonly isManagedIdentity: boolean;
  /** The tenant that publishes it. */
  readonly publisherTenant?: string;
  readonly publisherName?: string;
  readonly isVerifiedPublisher: boolean;
  readonly created?: Date;
  /** Whether only those it is assigned to may use it. */
  readonly isAssignmentRequired: boolean;
  /** Without what signs tokens for SAML: that opens no door. */
  readonly credentials: readonly AppCredential[];
  /** Azure resource of a managed identity. */
  readonly azureResource?: string;
  /** Permissions that it offers, by id. */
  readonly roles: ReadonlyMap<string, string>;
}

/** An application permission that a service principal holds. */
export interface AppRoleAssignment {
  /** Of the grant. */
  readonly id: string;
  readonly principal: string;
  /** Object id of the service principal that offers the permission. */
  readonly resource: string;
  readonly role: string;
  readonly granted?: Date;
}

/** What an application may do in the name of a user, or of all users. */
export interface PermissionGrant {
  readonly id: string;
  /** Object id of the service principal that acts. */
  readonly client: string;
  /** Object id of the service principal that is acted upon. */
  readonly resource: string;
  /** In the name of this user; without it, of everybody (granted by an administrator). */
  readonly user?: string;
  readonly scopes: readonly string[];
}

/** A credential that another issuer vouches for, without a secret. */
export interface FederatedCredential {
  readonly name: string;
  readonly issuer: string;
  readonly subject: string;
}

/** When an application was last used, by application id; a missing entry is no proof that it never was. */
export type AppActivity = ReadonlyMap<string, Date>;
