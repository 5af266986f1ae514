import type { StoredCheck } from '#domain/case/stored-check.ts';
import { evidenceNames } from '#domain/notices/words.ts';
import type { Referral } from '#domain/referral/schema.ts';
import { plainDate } from '#domain/values/dates.ts';

type CheckedItem = StoredCheck['evidence'][number];
type Checked = Pick<CheckedItem, 'state' | 'code' | 'versionId'>;
type CheckedDocument = Omit<CheckedItem, 'index'>;

/** One file of a document: what to call it, what is known of it, and, where it can be opened, the address below the task. */
interface FileView {
  readonly name: string;
  readonly said: string;
  readonly address: string | undefined;
}

const states: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USABLE: 'The file has arrived in a format that we take. We have not checked what it says',
    PENDING: 'We are still checking it for viruses. You cannot open it yet',
    FAILED: 'You cannot use it',
  }),
);

/** For a state that a later release has stored. */
const NOT_YET = 'You cannot see it yet';

export const failures: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    EVIDENCE_LOST: 'You cannot use it, because the file is missing',
    EVIDENCE_HARMFUL: 'You cannot use it, because the file contains a virus',
    EVIDENCE_LOCKED: 'You cannot use it, because the file has a password',
    EVIDENCE_DAMAGED: 'You cannot use it, because the file is damaged',
    EVIDENCE_UNREADABLE: 'You cannot use it, because it is not a PDF, JPEG, PNG or Word (DOCX) document',
  }),
);

export const ofPages: ReadonlyMap<string, string> = new Map(
  Object.entries({
    USABLE: 'All of its pages have arrived in formats that we take. We have not checked what they say',
    PENDING: 'We are still checking some of its pages for viruses',
    FAILED: 'It is not complete. You cannot use all of its pages',
  }),
);

/** The team asked for it, so no check comes after it. Its scan and its type are checked when it is opened. */
const sentLater = 'Sent later. We look at its type and for viruses when you open it';

/** Each document of evidence, with a file for each of its pages. */
export function evidenceOf(referral: Referral, check: StoredCheck | undefined) {
  return referral.evidence.map((item, index) => {
    const checked = check?.evidence.find((known) => known.index === index);
    const details = [item.dated ? plainDate(item.dated) : '', item.author ?? ''].filter((text) => text !== '');
    const ids = [item.evidenceId, ...(item.furtherPages ?? [])];
    const files = filesOf(ids, checked, `evidence/${index}`);
    return {
      title: item.title,
      kind: sentenceCase(evidenceNames[item.type]),
      details: details.join(', '),
      said: saidOfAll(files, checked),
      files,
    };
  });
}

/** Each file of a document: the first at the address of the document, a further page at its number below it. */
function filesOf(ids: readonly (string | undefined)[], checked: CheckedDocument | undefined, at: string): FileView[] {
  return ids.map((id, i) => {
    const known = checkedFile(checked, i);
    const canOpen = id !== undefined && known?.state !== 'FAILED';
    const name = ids.length > 1 ? `Page ${i + 1} of ${ids.length}` : 'Open';
    return { name, said: saidOf(known), address: canOpen ? (i === 0 ? at : `${at}/${i + 1}`) : undefined };
  });
}

const saidOfAll = (files: readonly FileView[], checked: Checked | undefined) =>
  files.length > 1 && checked ? (ofPages.get(checked.state) ?? NOT_YET) : saidOf(checked);

/** The Early Help Assessment, apart from the evidence; null when there is none. */
export function assessmentOf({ earlyHelpAssessment }: Referral, check: StoredCheck | undefined) {
  if (!earlyHelpAssessment) return null;
  const { completedOn, evidenceId, furtherPages = [] } = earlyHelpAssessment;
  const checked = check?.earlyHelpAssessment;
  const files = filesOf([evidenceId, ...furtherPages], checked, 'early-help-assessment');
  return {
    completedOn: completedOn ? plainDate(completedOn) : null,
    said: saidOfAll(files, checked),
    files,
  };
}

/** What the check knows of one file of a document, from 0; nothing of a file that it has not seen. */
export function checkedFile(item: CheckedDocument | undefined, place: number): Checked | undefined {
  if (item?.pages) return item.pages[place];
  return place === 0 ? item : undefined;
}

function saidOf(checked: Checked | undefined): string {
  return checked ? (failures.get(checked.code) ?? states.get(checked.state) ?? NOT_YET) : sentLater;
}

/** 'a care plan' at the beginning of a line: 'Care plan'. */
function sentenceCase(name: string): string {
  const bare = name.replace(/^(a|an|the) /, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}
