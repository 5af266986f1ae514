/**
 * The pages that a browser test opens on its road and judges there, by the folder of `web/` and its templates. Seen on
 * 1 December 2026, by a run of all of them in which each page said its template.
 */
const BY_FOLDER: Readonly<Record<string, string>> = {
  access: `
    birth-date code dead-link referrer-refused wait
  `,
  console: `
    acts/act case/case figures/figures front/front notice/notice open/open queue/queue
  `,
  family: `
    page/page tell/tell
  `,
  form: `
    check/check check/sent engine/list/list engine/list/remove engine/question/notes engine/question/question
    engine/session-expired engine/too-long files/direct-upload files/file files/upload-blocked link/code more/more
    paper/entry paper/mailbox save-for-later/save-for-later save-for-later/saved start/family start/start tasks/tasks
  `,
  layout: `
    message
  `,
  public: `
    accessibility/accessibility check/answer check/check help/help paper-form/paper-form privacy/privacy
    services/services start/start
  `,
  referral: `
    answer/answer answer/write forward/forward hand-over/hand-over look-again/ask look-again/asked mine/code mine/list
    mine/mailbox resubmit/resubmit status/status take-over/take-over withdraw/asked withdraw/refused withdraw/withdraw
    withdraw/withdrawn
  `,
  shared: `
    record/record
  `,
  staff: `
    answer/answer answer/recorded assessments/assessment assessments/list closing/closing decide/decided
    decide/preview decide/task erasure/erasure groups/groups groups/register groups/school-register hand-on/done
    hand-on/from hand-on/to joint/joint legal-hold/legal-hold letters/letter letters/list link/link
    lists/import/import lists/import/one lists/list lists/lists mail/add mail/list mail/mail meetings/agenda
    meetings/minute meetings/pack offers/child offers/offers offers/slot openings/openings paper/paper queue/queue
    readings/readings records/find records/record safe-contact/safe-contact safe-place/safe-place
    settings/capacity/capacity settings/capacity/dates settings/capacity/group settings/capacity/practitioner
    settings/duty/duty settings/letters/letters settings/mailboxes/mailboxes settings/meetings/dates
    settings/meetings/times settings/new settings/person settings/remove settings/services/services settings/team
    settings/towns/towns shares/shares sign-in/account/account sign-in/code sign-in/mailbox starting-school/child
    starting-school/cohort starting-school/sessions today/today todo/block todo/channel todo/check-contact todo/done
    todo/extension todo/family todo/look-again todo/moved todo/print todo/tell todo/withdrawal visits/child
    visits/visits
  `,
};

export const judgedOnRoads: readonly string[] = Object.entries(BY_FOLDER).flatMap(([folder, names]) =>
  names
    .trim()
    .split(/\s+/)
    .map((name) => `${folder}/${name}.njk`),
);
