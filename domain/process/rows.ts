import * as z from 'zod';

const text = z.string().optional().catch(undefined);
const texts = z.array(z.string()).optional().catch(undefined);
const number = z.number().optional().catch(undefined);

/** Whether this is a day or an instant. */
export function isWhen(at: string): boolean {
  return /^\d{4}-\d{2}-\d{2}/.test(at) && Number.isFinite(Date.parse(at));
}

/** Anything else would fail the page that says it in words, so it is left out and noted. */
const when = z.string().refine(isWhen).optional().catch(undefined);

const maybe = z.boolean().nullable().optional().catch(undefined);

/**
 * What the index has no attribute for: how often it failed for good, the instant for which it is put off, whether a decision
 * went against the checks, and the rest of what is shown of a place on a list.
 */
const moreSchema = z
  .object({
    ...{ failures: number, pausedFor: text, against: maybe },
    ...{
      visitAt: text,
      visitBy: text,
      visitAsked: maybe,
      visitKind: text,
      visitWhere: text,
      sessions: number,
      agreed: number,
    },
    ...{ broadAreas: number, referredAt: text, listedOn: text, heldSince: text, heldUntil: text, offered: text },
    /** Of a place that a support holds: what keeps the child from an offer. */
    kept: text,
    ...{ quietSince: text, reviewedOn: text, reviewSame: maybe, reviewChanges: texts, reviewOffers: texts },
    ...{ school: text, schoolAt: text, joint: text },
    /** Of a link: until when it opens something. */
    until: text,
  })
  .optional()
  .catch(undefined);

/**
 * What an index shows of an item without anything personal. Every field is read openly, so that no row fails a page. An
 * unknown code is text, and a field of an unknown shape is left out.
 */
const rowSchema = z.object({
  status: text,
  /** Where the machine is with a case. */
  next: text,
  run: number,
  flags: texts,
  referralOn: text,
  receivedAt: when,
  /** Of a task, of what people must do beside it, or of a notice. */
  kind: text,
  taskId: text,
  /** By when it should be decided or done; of a question to the referrer, when they are reminded. */
  due: when,
  /** Since when people are waited for, through every deferral; of a parked case since when it is parked. */
  waitingSince: when,
  /** How many reminders were sent. */
  round: number,
  /** When a decision was recorded that has yet to take effect. */
  decidedAt: when,
  /** Who must do it: the id of a person, or the name of a team. */
  for: text,
  /** The id of the person who has taken it up. */
  claimedBy: text,
  /** Why a case is parked, why the referrer is asked, why something must be done: a code. */
  why: text,
  /** Of a child on a list the confirmed one, of a task that is open the one that the rules suggest. */
  band: number,
  suggestedBand: number,
  pathway: text,
  locality: text,
  acceptedOn: text,
  targetOn: text,
  /** What people should look at while a child waits. */
  prompts: texts,
  /** Since when a message is owed to the workflow. */
  owedSince: when,
  attempts: number,
  /** Who did it: the kind of actor, and an id where there is one. */
  by: text,
  at: when,
  what: text,
  outcome: text,
  reason: text,
  caller: text,
  more: moreSchema,
});

type Parsed = z.infer<typeof rowSchema>;
export type Row = { readonly [Field in keyof Parsed]?: Parsed[Field] } & {
  /** Something that it should show is no day or instant: the item behind it, or its entry, is damaged. */
  readonly damaged?: true;
};

/** The row that these fields make. A field of an unknown shape is left out, and a day or instant that is none is noted. */
export function readRow(fields: Readonly<Record<string, unknown>>): Row {
  const row = rowSchema.parse(fields);
  const isDamaged = INSTANTS.some(
    (name) => fields[name] !== undefined && fields[name] !== null && row[name] === undefined,
  );
  return isDamaged ? { ...row, damaged: true } : row;
}

const INSTANTS = ['receivedAt', 'due', 'waitingSince', 'decidedAt', 'owedSince', 'at'] as const;

/** The row of something about a referral, or in the log about the draft of one. */
export type RowOf = Row & { readonly reference: string };

/** Where an entry of a queue stands in it. */
export interface QueuePlace {
  readonly reference: string;
  /** The text by which the queue is ordered. */
  readonly order: string;
}

/** A row of a queue of work, with its place. */
export type WorkRow = RowOf & QueuePlace;

/** A row of a list, with its place and which item holds it. */
export type ListRow = RowOf & QueuePlace & { readonly holder: 'CASE' | 'SUPPORT' };
/** Where a page of a list begins: after this entry. */
export type ListPlace = Pick<ListRow, 'reference' | 'order' | 'holder'>;

/** What names a case, its support, a notice or a TODO of it, a slot or a draft that is due. */
export type DueName =
  | { readonly reference: string }
  | { readonly reference: string; readonly machine: 'support' }
  | { readonly slotId: string }
  | { readonly reference: string; readonly noticeId: string }
  | { readonly reference: string; readonly todoId: string }
  | { readonly draftId: string };

export type DueRow = Row & { readonly dueAt: string } & DueName;
