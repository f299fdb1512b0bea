/** A code on the wire with its HTTP status. */
export type Coded = readonly [code: string, status: number];

/** What a service calls the errors that every service has. */
export interface ErrorCodes {
  readonly denied: Coded;
  readonly throttled: Coded;
  readonly failed: Coded;
  readonly unavailable: Coded;
  /** The access key is unknown. */
  readonly badKey: Coded;
  readonly expired: Coded;
  /** A parameter's value is refused, always with 400. */
  readonly invalid: string;
  /** There is no such operation, always with 400. */
  readonly unknownOperation: string;
}

/** Amazon EC2 API Reference, "Error codes". */
export const ec2Codes: ErrorCodes = {
  denied: ['UnauthorizedOperation', 403],
  throttled: ['RequestLimitExceeded', 503],
  failed: ['InternalError', 500],
  unavailable: ['Unavailable', 503],
  badKey: ['AuthFailure', 401],
  expired: ['RequestExpired', 400],
  invalid: 'InvalidParameterValue',
  unknownOperation: 'InvalidAction',
};

/** AWS Identity and Access Management API Reference, "Common errors". */
export const queryCodes: ErrorCodes = {
  denied: ['AccessDenied', 403],
  throttled: ['Throttling', 400],
  failed: ['InternalFailure', 500],
  unavailable: ['ServiceUnavailable', 503],
  badKey: ['InvalidClientTokenId', 403],
  expired: ['ExpiredToken', 403],
  invalid: 'ValidationError',
  unknownOperation: 'InvalidAction',
};

/** AWS Organizations API Reference, "Common errors" and each operation's. */
export const jsonCodes: ErrorCodes = {
  denied: ['AccessDeniedException', 400],
  throttled: ['TooManyRequestsException', 400],
  failed: ['ServiceException', 500],
  unavailable: ['ServiceUnavailableException', 503],
  badKey: ['UnrecognizedClientException', 400],
  expired: ['ExpiredTokenException', 400],
  invalid: 'InvalidInputException',
  unknownOperation: 'UnknownOperationException',
};

/** "Common errors" in the API references of the services that speak AWS JSON. */
export const jsonServiceCodes: ErrorCodes = {
  ...jsonCodes,
  throttled: ['ThrottlingException', 400],
  failed: ['InternalServerError', 500],
  invalid: 'ValidationException',
};

/** AWS Lambda API Reference, "Common errors" and each operation's. */
export const restJsonCodes: ErrorCodes = {
  denied: ['AccessDeniedException', 403],
  throttled: ['TooManyRequestsException', 429],
  failed: ['ServiceException', 500],
  unavailable: ['ServiceUnavailableException', 503],
  badKey: ['UnrecognizedClientException', 403],
  expired: ['ExpiredTokenException', 403],
  invalid: 'InvalidParameterValueException',
  unknownOperation: 'UnknownOperationException',
};

/** Amazon S3 API Reference, "Error responses". */
export const s3Codes: ErrorCodes = {
  denied: ['AccessDenied', 403],
  throttled: ['SlowDown', 503],
  failed: ['InternalError', 500],
  unavailable: ['ServiceUnavailable', 503],
  badKey: ['InvalidAccessKeyId', 403],
  expired: ['ExpiredToken', 400],
  invalid: 'InvalidArgument',
  unknownOperation: 'MethodNotAllowed',
};
