/** A repository of Amazon ECR Public: anybody may pull its images, and no policy can forbid that. */
export interface PublicRepository {
  readonly arn: string;
  readonly name: string;
  /** `public.ecr.aws/alias/name`; absent where the answer does not say. */
  readonly uri?: string;
}
