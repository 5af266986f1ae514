import type { Referral } from '#domain/referral/schema.ts';
import { plainDate } from '#domain/values/dates.ts';
import type { Row } from '../../components/record/referral-sections.ts';
import { codeInWords } from '../../components/record/words.ts';
import { type Cell, headOf } from '../../components/table/table.ts';
import { besideWords } from '../words.ts';

const said = (...parts: readonly (string | undefined)[]) => parts.filter((part) => part !== undefined).join(', ');

/** What tells two referrals of what may be one child apart, in one order. */
export function factsOfChild({
  child,
  referrer,
  family,
  home,
  postcode,
  gpPractice,
  setting,
  evidence,
}: Referral): Row[] {
  const rows = [
    { label: 'Child', value: `${child.firstName} ${child.lastName}` },
    { label: 'Date of birth', value: plainDate(child.dob) },
    { label: 'NHS number', value: child.nhsNumber ?? '' },
    { label: 'Address', value: said(home?.address, postcode) },
    { label: 'Parents and carers', value: family.parents.map(({ name }) => name).join(', ') },
    { label: 'GP practice', value: said(gpPractice?.name) },
    { label: 'Nursery or other setting', value: said(setting?.name) },
    { label: 'Documents', value: evidence.map(({ title }) => title).join(', ') },
    { label: 'Referrer', value: said(referrer.name, codeInWords(referrer.role), referrer.organisation) },
    { label: 'Contact the referrer', value: said(referrer.email, referrer.phone, referrer.teamEmail) },
  ];
  return rows.map(({ label, value }) => ({ label, value: value === '' ? NOT_GIVEN : value }));
}

const NOT_GIVEN = 'Not given';
/** What is never the same of two referrals, and says nothing of the child. */
const always = ['Now', 'Referred on', 'Received', 'Last changed', 'Accepted on'];

/** Both side by side, a row a fact. Facts that differ say so in words; on a phone each fact is a card. */
export function comparedView(mine: readonly Row[], { reference, rows }: { reference: string; rows: readonly Row[] }) {
  const columns = [besideWords.fact, besideWords.mine, besideWords.otherColumn(reference)].map((label) => ({ label }));
  const labels = [...new Set([...mine, ...rows].map(({ label }) => label))];
  return {
    head: headOf(columns, { order: '', isDescending: false }, () => ''),
    compared: labels.map((label): Cell[] => {
      const [here, there] = [valueIn(mine, label), valueIn(rows, label)];
      const differs = !always.includes(label) && plain(here) !== plain(there);
      return [{ text: label, ...(differs ? { mark: besideWords.differs } : {}) }, { text: here }, { text: there }];
    }),
  };
}

function valueIn(facts: readonly Row[], label: string): string {
  return facts.find((row) => row.label === label)?.value ?? NOT_GIVEN;
}

const plain = (value: string) =>
  value
    .toLowerCase()
    .replace(/[\s.,'-]+/g, ' ')
    .trim();
