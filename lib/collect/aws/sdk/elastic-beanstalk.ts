/** What the scan needs of the client: loaded on demand, and bundled without the rest. */
export { CheckDNSAvailabilityCommand, ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
