import { promptAt, promptWords } from '../lists/prompt-words.ts';
import { type ListsLine, MAIL_WAITS, OPENINGS_WAIT } from './lists-notice.ts';
import { schoolLineWords } from './school-lines.ts';

/**
 * What a digest says of no one case: what there is to look at on the lists, to do for Starting School, emails that wait, and records
 * that operators opened.
 */
export function digestLines(lines: readonly ListsLine[], baseUrl: string) {
  const isOfSchool = ({ prompt }: ListsLine) => schoolLineWords.has(prompt);
  const isOfMail = ({ prompt }: ListsLine) => prompt === MAIL_WAITS;
  const isOfOpenings = ({ prompt }: ListsLine) => prompt === OPENINGS_WAIT;
  const isOther = (line: ListsLine) => isOfSchool(line) || isOfMail(line) || isOfOpenings(line);
  return {
    onLists: lines.filter((line) => !isOther(line)).map((line) => onLists(line, baseUrl)),
    mailsWaiting: lines.find(isOfMail)?.children ?? 0,
    mailsUrl: `${baseUrl.replace(/\/+$/, '')}/staff/mail`,
    openingsWaiting: lines.find(isOfOpenings)?.children ?? 0,
    openingsUrl: `${baseUrl.replace(/\/+$/, '')}/staff/openings`,
    forSchool: lines
      .filter(isOfSchool)
      .map(({ prompt, children }) => ({ said: schoolLineWords.get(prompt), children })),
    schoolUrl: `${baseUrl.replace(/\/+$/, '')}/staff/starting-school`,
  };
}

/** What there is to look at on the lists, with where everyone of whom it is so is shown. */
function onLists({ prompt, children }: ListsLine, baseUrl: string) {
  const url = `${baseUrl.replace(/\/+$/, '')}${promptAt(prompt)}`;
  return { said: (promptWords.get(prompt) ?? prompt).replace(/\.$/, ''), children, url };
}
