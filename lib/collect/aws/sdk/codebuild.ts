/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CodeBuildClient, BatchGetProjectsCommand, ListProjectsCommand } from '@aws-sdk/client-codebuild';
