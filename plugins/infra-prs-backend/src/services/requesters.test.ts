import { formatRequestMetadata } from '@slipway/plugin-infra-prs-common';
import { commit, pull } from '../__testUtils__/facts';
import { metadataOf } from '../__testUtils__/fixtures';
import { findRequesters, isRequester } from './requesters';

const human = (login: string) => ({ login, name: login, isBot: false });
const nobody = new Map<string, string>();

describe('findRequesters', () => {
  it('joins the record, the body, trailers, the author and commit authors', () => {
    const found = findRequesters(
      pull({
        body: formatRequestMetadata(metadataOf('user:default/in-body')),
        author: human('Opener'),
      }),
      [
        commit({
          message: 'x\n\nSlipway-Requested-By: user:default/in-trailer',
        }),
        commit({ author: human('pusher') }),
        commit({
          message: 'x\r\n\r\nslipway-requested-by: user:default/crlf\r\n',
        }),
      ],
      ['user:default/Recorded'],
      new Map([['pusher', 'user:default/known']]),
    );
    expect(found).toEqual({
      refs: [
        'user:default/recorded',
        'user:default/in-body',
        'user:default/in-trailer',
        'user:default/crlf',
        'user:default/known',
      ],
      logins: ['opener', 'pusher'],
    });
  });

  it('leaves bots out and drops what is no entity ref', () => {
    const found = findRequesters(
      pull(),
      [
        commit(),
        commit({ message: 'x\n\nSlipway-Requested-By: user:/' }),
        commit({ message: 'x\n\nSlipway-Requested-By: sam' }),
      ],
      [],
      nobody,
    );
    expect(found).toEqual({ refs: ['user:default/sam'], logins: [] });
  });

  it('counts who committed and who is named as co-author', () => {
    const { logins } = findRequesters(
      pull(),
      [
        commit({ committer: human('committer') }),
        commit({ committer: human('web-flow') }),
        commit({
          message:
            'x\n\nCo-authored-by: A B <12+Pair@users.noreply.github.com>\nCo-authored-by: C <c@acme.example>',
        }),
        commit({
          message:
            'x\n\nCo-authored-by: d <49+dependabot[bot]@users.noreply.github.com>',
        }),
      ],
      [],
      nobody,
    );
    expect(logins).toEqual(['committer', 'pair']);
  });

  it('finds a person by ref or login, whatever the case', () => {
    const requesters = { refs: ['user:default/a'], logins: ['b'] };
    expect(isRequester(requesters, { userEntityRef: 'User:default/A' })).toBe(
      true,
    );
    expect(isRequester(requesters, { login: 'B' })).toBe(true);
    expect(isRequester(requesters, { login: 'c' })).toBe(false);
    expect(isRequester(requesters, {})).toBe(false);
  });
});
