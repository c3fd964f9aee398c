import { UpstreamError } from '../fetchEngine/types';
import { mapAwsError } from './mapAwsError';

const sdkError = (
  name: string,
  httpStatusCode?: number,
  message = 'secret detail',
  code?: string,
) =>
  Object.assign(new Error(message), {
    name,
    code,
    $metadata: { httpStatusCode },
  });

describe('mapAwsError', () => {
  it.each([
    ['forbidden', sdkError('AccessDenied', 403)],
    ['forbidden', sdkError('AccessDeniedException', 400)],
    ['forbidden', sdkError('SomethingNew', 403)],
    ['throttled', sdkError('ThrottlingException', 400)],
    ['throttled', sdkError('RequestThrottled', 403)],
    ['throttled', sdkError('TooManyRequestsException', 429)],
    ['not_found', sdkError('QueueDoesNotExist', 400)],
    ['not_found', sdkError('AWS.SimpleQueueService.NonExistentQueue', 400)],
    ['not_found', sdkError('ClusterNotFoundException', 400)],
    ['misconfigured', sdkError('CredentialsProviderError')],
    ['misconfigured', sdkError('InvalidClientTokenId', 403)],
    ['misconfigured', sdkError('ExpiredTokenException', 400)],
    ['misconfigured', sdkError('ValidationError', 400)],
    ['unreachable', sdkError('TimeoutError')],
    ['unreachable', sdkError('AbortError')],
    ['unreachable', sdkError('Error', undefined, 'x', 'ECONNREFUSED')],
    ['unreachable', sdkError('InternalFailure', 500)],
    [
      'unreachable',
      sdkError('Error', undefined, 'AWS SDK error wrapper for TimeoutError: x'),
    ],
    ['misconfigured', 'not even an error'],
    ['misconfigured', undefined],
  ])('makes it %s (%#)', (state, error) => {
    const mapped = mapAwsError(error);
    expect(mapped).toBeInstanceOf(UpstreamError);
    expect(mapped.state).toBe(state);
    expect(mapped.fix).toBeTruthy();
    expect(mapped.message).not.toContain('secret');
  });

  it('names the IAM action that is missing', () => {
    const mapped = mapAwsError(
      sdkError(
        'AccessDenied',
        403,
        'User: arn:aws:sts::1:assumed-role/x is not authorized to perform: sqs:GetQueueAttributes on resource: y',
      ),
    );
    expect(mapped.message).toBe('AWS denied sqs:GetQueueAttributes');
    expect(mapped.fix).toContain('Allow sqs:GetQueueAttributes');
  });

  it.each([
    sdkError('RequestTimeTooSkewed', 403),
    sdkError('RequestExpired', 400),
    sdkError(
      'InvalidSignatureException',
      403,
      'Signature expired: 20260101T000000Z is now earlier than 20260101T001000Z',
    ),
  ])('tells a wrong clock from wrong credentials (%#)', error => {
    const mapped = mapAwsError(error);
    expect(mapped.state).toBe('misconfigured');
    expect(mapped.message).toContain('clock');
    expect(mapped.fix).toContain('NTP');
  });

  it('leaves what is mapped alone', () => {
    const error = new UpstreamError('not_found', 'gone');
    expect(mapAwsError(error)).toBe(error);
  });
});
