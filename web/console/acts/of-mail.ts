import { linkIn } from '#domain/notices/put-right.ts';
import { FIXER_ROLES } from '#domain/process/rollup.ts';
import { codeInWords } from '../../components/record/words.ts';
import { contactCheckWords } from '../contact/words.ts';
import type { ConsoleDeps } from '../deps.ts';
import { putRightWhats, refusalWords } from '../notice/words.ts';
import { putRightWords, restartResults, sendAgainWords } from '../put-right-words.ts';
import type { Waiting } from '../queue/rows.ts';
import { type Act, byCase, type Came, type Press, referenceOfItem } from './act.ts';
import { contactWords, renewWords, restartActWords, sendActWords } from './words.ts';

const byNotice = ({ reference, noticeId }: Waiting) =>
  reference === undefined || noticeId === undefined ? undefined : `${reference}/${noticeId}`;

const because = (said: string, error: string | undefined) =>
  error === undefined ? said : putRightWords.because(said, codeInWords(error));

/** Starts again what has stopped. On the page of a case it has a form of its own there. */
export const restart: Act = {
  at: 'restart',
  roles: FIXER_ROLES,
  words: restartActWords,
  lists: ['parked'],
  nameOf: ({ reference }) => reference,
  one: async (deps, reference, { access, reason }) => {
    const result = await deps.restartParked({ references: [reference], reason }, access.actor);
    const { result: came, error } = (result.kind === 'DONE' ? result.results[0] : undefined) ?? { result: 'FAILED' };
    const said = because(restartResults[came], error);
    if (came === 'RESTARTED') return { came: 'DONE', said };
    if (came === 'FAILED') return { came, said };
    return { came: came === 'NOT_PARKED' ? 'SAME' : 'REFUSED', said };
  },
};

/** Sends emails again that reached no one. */
export const send: Act = {
  at: 'send',
  roles: FIXER_ROLES,
  words: sendActWords,
  lists: ['mail'],
  nameOf: byNotice,
  one: (deps, item, press) => putRight(deps, item, press, 'SENT_AGAIN'),
};

/** Gives a new link to whom it was sent, or to the referrer for whose answer a case waits. */
export const renew: Act = {
  at: 'renew-link',
  roles: FIXER_ROLES,
  words: renewWords,
  lists: ['links', 'referrer', 'lost', 'mail'],
  nameOf: (row) => byNotice(row) ?? byCase(row),
  one: async (deps, item, press) => {
    const name = item.includes('/') ? item : await askOf(deps, item);
    return name === undefined
      ? { came: 'REFUSED', said: refusalWords.NO_LINK }
      : putRight(deps, name, press, 'LINK_RENEWED');
  },
};

/** The email in which the referrer was asked last for what a case waits for. */
async function askOf({ cases, notices }: ConsoleDeps, reference: string): Promise<string | undefined> {
  const [theCase, all] = await Promise.all([cases.readWholeCase(reference), notices.noticesOf(reference)]);
  const asks = all.filter((notice) => linkIn(notice) === 'ANSWER' && notice.taskId === theCase?.task?.id);
  const last = asks.toSorted((one, other) => (one.claimedAt < other.claimedAt ? -1 : 1)).at(-1);
  return last && `${reference}/${last.id}`;
}

async function putRight(
  deps: ConsoleDeps,
  item: string,
  { access, reason }: Press,
  what: 'SENT_AGAIN' | 'LINK_RENEWED',
): Promise<Came> {
  const reference = referenceOfItem(item);
  const noticeId = item.slice(reference.length + 1);
  const result = await deps.putNoticeRight({ reference, noticeId, what, reason }, access.actor);
  if (result.kind === 'INVALID') return { came: 'REFUSED', said: sendAgainWords.missing };
  if (result.kind === 'DONE')
    return { came: 'DONE', said: what === 'SENT_AGAIN' ? sendAgainWords.again : putRightWhats[what] };
  return { came: result.why === 'UNDER_WAY' ? 'SAME' : 'REFUSED', said: refusalWords[result.why] };
}

/** Has someone who may read contact details check them. */
export const contact: Act = {
  at: 'contact',
  roles: FIXER_ROLES,
  words: contactWords,
  targets: ({ theCase: { reference } }) => [{ item: reference }],
  lists: ['mail', 'links', 'referrer', 'lost'],
  nameOf: byCase,
  one: async (deps, reference, { access, reason }) => {
    const { kind } = await deps.askContactCheck({ reference, reason }, access.actor);
    if (kind === 'INVALID') return { came: 'REFUSED', said: contactWords.missing };
    return kind === 'DONE'
      ? { came: 'DONE', said: contactCheckWords.done }
      : { came: 'SAME', said: contactCheckWords.same };
  },
};
