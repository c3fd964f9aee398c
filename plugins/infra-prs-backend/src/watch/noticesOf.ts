import { Look } from '../life/Look';
import { StoredRequest } from '../store/LifeStore';
import { Notice } from './Notice';

type Draft = Omit<Notice, 'except' | 'title'> & {
  readonly title: string;
  readonly except?: readonly (string | undefined)[];
};

const GOOD = 'low';
const NEWS = 'normal';
const BAD = 'high';

function refOf({ around }: Look, login: string | undefined) {
  return login && around.people.get(login.toLowerCase())?.userEntityRef;
}

/** The groups of the environments that others have to agree to. */
function reviewersOf({ assessment }: Look): string[] {
  return assessment.environments
    .filter(({ protection }) => protection === 'reviewed')
    .flatMap(({ approvers }) => approvers);
}

function approversOf({ assessment }: Look): string[] {
  return assessment.approvals.flatMap(({ valid, userEntityRef }) =>
    valid && userEntityRef ? [userEntityRef] : [],
  );
}

function openNotice(request: StoredRequest, look: Look): Draft | undefined {
  const { stage, problem, headSha, requesters, waitsFor } = request;
  if (problem) {
    return {
      id: `blocked:${headSha}:${problem.stage}:${problem.message}`,
      recipients: requesters,
      title: 'is held up',
      description: `${problem.message}. ${problem.fix}.`,
      severity: BAD,
    };
  }
  const codes = look.assessment.blockers.map(({ code }) => code);
  if (stage === 'planned' && codes.includes('approval_missing')) {
    return {
      id: `review_wanted:${headSha}`,
      recipients: reviewersOf(look),
      except: requesters,
      title: 'waits for your review',
      description: `Asked for by ${requesters.join(', ') || 'somebody'}`,
      severity: NEWS,
    };
  }
  if (stage !== 'approved' || approversOf(look).length === 0) return undefined;
  return {
    id: `approved:${headSha}`,
    recipients: requesters,
    except: approversOf(look),
    title: 'is approved',
    description: `It can be merged. It waits for: ${waitsFor ?? 'nobody'}`,
    severity: NEWS,
  };
}

function askedNotices(look: Look, { requesters }: StoredRequest): Draft[] {
  const { reviews, pull } = look.facts;
  if (pull.state !== 'open') return [];
  return reviews
    .filter(({ state }) => state === 'CHANGES_REQUESTED')
    .map(({ id, login, body }) => ({
      id: `changes_requested:${id}`,
      recipients: requesters,
      except: [refOf(look, login)],
      title: 'needs changes',
      description: `${login}: ${body.slice(0, 200) || 'see the review'}`,
      severity: NEWS,
    }));
}

function mergedNotice(request: StoredRequest, look: Look): Draft {
  const { mergedBy, mergeCommitSha, headSha } = look.facts.pull;
  return {
    id: `merged:${mergeCommitSha ?? headSha}`,
    recipients: [...request.requesters, ...approversOf(look)],
    except: [refOf(look, mergedBy)],
    title: 'is merged',
    description: mergedBy ? `By ${mergedBy}` : 'On GitHub',
    severity: NEWS,
  };
}

function doneWords({ stage, state }: StoredRequest, look: Look): string {
  if (state !== 'done') return 'It is being rolled out';
  if (stage !== 'live') return 'A later change was deployed in its place';
  const runs = look.aftermath.rollouts?.some(each => each.state !== 'none');
  return runs ? 'It is done' : 'It is applied, and nothing has to roll out';
}

/** What became of it after the merge; `merged` itself is told too, also where all was quick. */
function followNotices(request: StoredRequest, look: Look): Draft[] {
  const { stage, problem, requesters: recipients } = request;
  const sha = look.facts.pull.mergeCommitSha ?? request.headSha;
  if (problem) {
    const failed: Draft = {
      id: `failed:${sha}:${problem.stage}:${
        look.aftermath.apply?.completedAt ?? ''
      }`,
      recipients: [...recipients, ...approversOf(look)],
      title: problem.stage === 'live' ? 'does not come up' : 'was not applied',
      description: `${problem.message.slice(0, 300)}. ${problem.fix}.`,
      severity: BAD,
    };
    return [failed];
  }
  if (stage === 'merged') return [];
  const live = stage === 'live';
  const done: Draft = {
    id: `${stage}:${sha}`,
    recipients,
    title: live ? 'is live' : 'is applied',
    description: doneWords(request, look),
    severity: GOOD,
  };
  return [done];
}

function draftsOf(request: StoredRequest, look: Look): Draft[] {
  const { pull } = look.facts;
  if (pull.mergedAt) {
    return [mergedNotice(request, look), ...followNotices(request, look)];
  }
  if (request.state === 'withdrawn') {
    const closed: Draft = {
      id: `closed:${pull.closedAt ?? request.headSha}`,
      recipients: request.requesters,
      title: 'was closed',
      description: 'It was not merged',
      severity: NEWS,
    };
    return [closed];
  }
  const open = openNotice(request, look);
  return [...askedNotices(look, request), ...(open ? [open] : [])];
}

/**
 * What people are to be told by where a request stands. It says the same each time that it is asked; who was told already is
 * for the store to know. Pure.
 */
export function noticesOf(request: StoredRequest, look: Look): Notice[] {
  const name = `${request.title.slice(0, 120)} (#${request.number})`;
  return draftsOf(request, look).flatMap(draft => {
    const except = (draft.except ?? []).flatMap(ref => ref ?? []);
    const recipients = [...new Set(draft.recipients)].filter(
      ref => !except.includes(ref),
    );
    if (recipients.length === 0) return [];
    const id = draft.id.slice(0, 250);
    return [
      { ...draft, id, recipients, except, title: `${name} ${draft.title}` },
    ];
  });
}
