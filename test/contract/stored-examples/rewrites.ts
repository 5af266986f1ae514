import type { Stores } from '#adapters/records/stores.ts';
import type { Item } from '#adapters/records/table.ts';

type Rewrite = (stores: Stores, item: Item) => Promise<unknown>;

const after = (text: string) => text.slice(text.indexOf('#') + 1);
const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('The store does not find its own item.');
  return found;
};
const isNeverReadBack: Rewrite = async () => undefined;

/** How today's code reads an item of each kind and writes it back; some kinds are never written twice. */
export const rewrites: Readonly<Record<string, Rewrite>> = {
  referral: async ({ referrals }, { pk }) => referrals.putReferral(there(await referrals.readReferral(after(pk)))),
  refused: async ({ referrals }, { pk }) => there((await referrals.wasRefused(after(pk))) || undefined),
  case: async ({ cases }, { pk }) => cases.saveCase(there(await cases.readCase(after(pk)))),
  part: async ({ cases }, { pk, sk }) => cases.putPart(there(await cases.readPart(after(pk), Number(after(sk))))),
  check: async ({ cases }, { pk, sk }) => cases.putCheck(there(await cases.readCheck(after(pk), Number(after(sk))))),
  notice: async ({ notices }, { pk, sk }) => {
    const [listed] = await notices.noticesOf(after(pk));
    const notice = there(await notices.readNotice(after(pk), after(sk)));
    return notices.saveNotice({ ...there(listed), ...notice }, notice.attempts);
  },
  todo: async ({ todos }, { pk, sk }) => {
    const [listed] = await todos.todosOf(after(pk));
    return todos.saveTodo({ ...there(listed), ...there(await todos.readTodo(after(pk), after(sk))) });
  },
  link: async ({ access }, { pk }) => access.putLink(there(await access.readLink(after(pk)))),
  session: async ({ access }, { pk }) => access.saveSession(there(await access.readSession(after(pk)))),
  challenge: async ({ access }, { pk }) => access.saveChallenge(there(await access.readChallenge(after(pk)))),
  draft: async ({ drafts }, { pk }) => drafts.saveDraft(there(await drafts.readDraft(after(pk)))),
  team: async ({ team }) => team.saveTeam(there(await team.readTeam())),
  capacity: async ({ capacity }) => capacity.saveCapacity(there(await capacity.readCapacity())),
  balance: async ({ balances }, { pk, sk }) =>
    balances.saveListNight(there(await balances.readListNight(after(pk), after(sk)))),
  night: async ({ balances }, { sk }) => balances.saveNight(there(await balances.readNight(after(sk)))),
  marks: async ({ figures }) => figures.saveMarks(there((await figures.readMarks())[0])),
  sums: async ({ figures }, { sk }) => figures.saveSums(there((await figures.sumsBetween(after(sk), after(sk)))[0])),
  present: async ({ figures }) => figures.savePresent(there(await figures.readPresent())),
  import: async ({ imports }) => imports.saveImport(there((await imports.imports())[0])),
  rows: async ({ imports }, { pk }) => imports.keepPart(there((await imports.partsOf(after(pk)))[0])),
  meeting: async ({ meetings }, { pk }) => meetings.saveSitting(there(await meetings.readSitting(after(pk)))),
  minute: async ({ meetings }, { pk, sk }) =>
    meetings.saveMinute(there(await meetings.readMinute(after(pk), after(sk)))),
  comment: async ({ comments }, { pk }) => there((await comments.commentsOf(after(pk)))[0]),
  opening: async ({ openings }, { pk }) => openings.saveOpening(there((await openings.openingsOf(after(pk)))[0])),
  followed: async ({ followed }, { pk }) => {
    const mailbox = after(pk);
    const entry = there((await followed.followedBy(mailbox, 1))[0]);
    return followed.noteFollowed(mailbox, { ...entry, asOf: entry.asOf });
  },
  supportpart: async ({ supports }, { pk, sk }) =>
    supports.putPart(there(await supports.readPart(after(pk), Number(after(sk))))),
  support: async ({ supports }, { pk }) => supports.saveSupport(there(await supports.readSupport(after(pk)))),
  plan: async ({ plans }, { pk }) => plans.savePlan(there(await plans.readPlan(after(pk)))),
  edition: async ({ plans }, { pk }) => plans.keepEdition(there((await plans.editionsOf(after(pk)))[0])),
  slot: async ({ slots }, { pk }) => there(await slots.readSlot(after(pk))),
  rollup: async ({ rollups }) => rollups.saveRollup(there(await rollups.readRollup())),
  reconciliation: async ({ reconciliations }) =>
    reconciliations.saveReconciliation(there(await reconciliations.readReconciliation())),
  mail: async ({ mails }, { pk }) => mails.saveMail(there(await mails.readMail(after(pk)))),
  samemail: isNeverReadBack,
  lease: isNeverReadBack,
  claim: isNeverReadBack,
  match: isNeverReadBack,
  settled: isNeverReadBack,
  reading: isNeverReadBack,
  audit: isNeverReadBack,
  alarms: async ({ audit }, { pk }) => audit.saveWindow(there(await audit.readWindow(pk.slice('ALARMS#'.length)))),
  lastalarm: async ({ audit }) => audit.saveLastAlarm(there(await audit.readLastAlarm())),
  pause: isNeverReadBack,
};
