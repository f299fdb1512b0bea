/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export {
  SageMakerClient,
  DescribeNotebookInstanceCommand,
  ListNotebookInstancesCommand,
} from '@aws-sdk/client-sagemaker';
