import { Pricer, sum, textOf } from '../Pricing';

const bucket: Pricer = ({ values }, pricing) => ({
  item: `Bucket ${textOf(values.bucket)}`,
  ...pricing.forUsage('siteStorage', 's3-storage'),
  assumes: `${
    pricing.usage('siteStorage').words
  }, few requests past CloudFront`,
});

const distribution: Pricer = (_, pricing) => ({
  item: 'CloudFront',
  ...sum([
    pricing.forUsage('siteTransfer', 'cloudfront-transfer'),
    pricing.forUsage('siteRequests', 'cloudfront-requests'),
  ]),
  assumes: `${pricing.usage('siteTransfer').words}, ${
    pricing.usage('siteRequests').words
  }; its free tier would cover most of it`,
});

export const sitePricers: Readonly<Record<string, Pricer>> = {
  aws_s3_bucket: bucket,
  aws_cloudfront_distribution: distribution,
};
