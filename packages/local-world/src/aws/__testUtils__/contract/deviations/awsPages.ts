const SQS = 'https://docs.aws.amazon.com/AWSSimpleQueueService/latest';
/** A page of the API reference of SQS. */
export const api = (operation: string) =>
  `${SQS}/APIReference/API_${operation}.html`;
/** A page of the developer guide of SQS. */
export const guide = (page: string) => `${SQS}/SQSDeveloperGuide/${page}.html`;
/** GetResources of the tagging API. */
export const tagging =
  'https://docs.aws.amazon.com/resourcegroupstagging/latest/APIReference/API_GetResources.html';
/** A page about CloudWatch. */
export const cloudWatch = (page: string) =>
  `https://docs.aws.amazon.com/AmazonCloudWatch/latest/${page}.html`;
