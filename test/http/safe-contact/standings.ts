import type { Case } from '#domain/case/case.ts';
import { type NoticeKind, noticeKindSchema } from '#domain/notices/notice.ts';
import { noticeTable } from '#domain/notices/notice-table.ts';
import type { NoticeMoment } from '#domain/notices/plan.ts';
import type { Support } from '#domain/support/support.ts';
import { examples } from '../../unit/application/notices/examples.ts';
import { aDigest } from '../../unit/application/notices/sample.ts';

/** How a case stands when some notices are due, and when; those that are due at no moment of a case by their kind alone. */
export interface Standing {
  readonly theCase: Case;
  /** What follows the list, where something was offered. */
  readonly support?: Support | undefined;
  readonly moments: readonly NoticeMoment[];
  readonly kinds: readonly NoticeKind[];
  /** What a letter is about that staff are asked to print then. */
  readonly printed: readonly NoticeKind[];
}

/** A kind of the emails has an example, or does not compile: so each is met here, and one without a place fails. */
const kinds = noticeKindSchema.options;
const isLetter = (kind: NoticeKind) => noticeTable[kind].todo?.kind === 'PRINT_LETTER';
const atNoMoment = kinds.filter((kind) => examples[kind].at === 'SUBMITTED');

/** Cases that are alike are one standing. */
const like = (kind: NoticeKind) => JSON.stringify([examples[kind].theCase, examples[kind].support]);

/** Every standing in which anyone is written to. */
export const standings: readonly Standing[] = [
  ...[...new Map(kinds.map((kind) => [like(kind), examples[kind]]))].map(([same, { theCase, support }]) => {
    const own = kinds.filter((kind) => like(kind) === same);
    const moments = own.flatMap((kind) => {
      const { at } = examples[kind];
      return at === 'SUBMITTED' ? [] : [at];
    });
    return { theCase, support, moments: [...new Set(moments)], kinds: [], printed: own.filter(isLetter) };
  }),
  { theCase: examples.TEAM_TODO_REMINDER.theCase, moments: [], kinds: atNoMoment, printed: [] },
  // The letter about a support that was closed invites to Stay and Play.
  {
    ...{ theCase: examples.OUTCOME_SUPPORT_CLOSED.theCase, kinds: [] },
    ...{ moments: ['FAMILY_ENDED'], printed: ['TEAM_PRINT_ENDED'] },
  } satisfies Standing,
].filter(({ moments, kinds: alone }) => moments.length + alone.length > 0);

const sender = { phone: '01632 960777', email: 'sender@example.org' };
const alarm = { sender, isForm: true, why: 'CALL_MADE', others: [{ id: 'a1', sender }], count: 2 };

/** What an email of such a kind is about besides. */
export const besides = { alarm, digest: aDigest };
