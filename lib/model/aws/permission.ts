/** Operations whose IAM action has another name ("Actions, resources, and condition keys", Service Authorization Reference). */
const otherNames: Readonly<Record<string, string>> = {
  'apigateway:GetResources': 'apigateway:GET',
  'apigateway:GetRestApis': 'apigateway:GET',
  'apigateway:GetStages': 'apigateway:GET',
  'apigatewayv2:GetApis': 'apigateway:GET',
  'apigatewayv2:GetRoutes': 'apigateway:GET',
  'apigatewayv2:GetStages': 'apigateway:GET',
  's3:GetPublicAccessBlock': 's3:GetBucketPublicAccessBlock',
  's3:ListBuckets': 's3:ListAllMyBuckets',
  's3control:GetPublicAccessBlock': 's3:GetAccountPublicAccessBlock',
};

/**
 * The IAM action that an operation needs: `elbv2:DescribeRules` needs `elasticloadbalancing:DescribeRules`, and both
 * questions of `ec2:DescribeSnapshots` need that.
 */
export function awsPermission(operation: string): string {
  const asked = operation.replace(/#.*$/, '');
  return (
    otherNames[asked] ??
    asked
      .replace(/^elb(v2)?:/, 'elasticloadbalancing:')
      .replace(/^sso-admin:/, 'sso:')
      .replace(/^tagging:/, 'tag:')
  );
}

const deniedCodes = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'AuthorizationError',
  'AuthorizationErrorException',
  'UnauthorizedOperation',
  'UnauthorizedAccess',
]);

/** Whether an error's code says that a permission is missing. */
export function isDenied(code: string): boolean {
  return deniedCodes.has(code);
}

/**
 * The permission whose lack explains an error, if a lack of permission does. IAM names the very action in its sentence
 * ("… is not authorized to perform: iam:GenerateCredentialReport on resource …"), which may be a step of the operation.
 */
export function missingPermission(error: {
  readonly operation: string;
  readonly code: string;
  readonly message: string;
}): string | undefined {
  if (!isDenied(error.code)) return undefined;
  return /not authorized to perform: ([\w-]+:\w+)/.exec(error.message)?.[1] ?? awsPermission(error.operation);
}
