/** Actions that change what a principal is allowed, by what they are called on. */
export const changingActions = {
  users: [
    'iam:PutUserPolicy',
    'iam:AttachUserPolicy',
    'iam:DeleteUserPolicy',
    'iam:DetachUserPolicy',
    'iam:DeleteUserPermissionsBoundary',
    'iam:PutUserPermissionsBoundary',
    'iam:TagUser',
  ],
  roles: [
    'iam:PutRolePolicy',
    'iam:AttachRolePolicy',
    'iam:DeleteRolePolicy',
    'iam:DetachRolePolicy',
    'iam:DeleteRolePermissionsBoundary',
    'iam:PutRolePermissionsBoundary',
    'iam:TagRole',
  ],
  groups: [
    'iam:AddUserToGroup',
    'iam:RemoveUserFromGroup',
    'iam:PutGroupPolicy',
    'iam:AttachGroupPolicy',
    'iam:DeleteGroupPolicy',
    'iam:DetachGroupPolicy',
  ],
  policies: ['iam:CreatePolicyVersion', 'iam:SetDefaultPolicyVersion'],
} as const;
