/** The front page of the console. */
export const CONSOLE_AT = '/console';

/** What can be listed whole, by the last part of its address. */
export const CONSOLE_QUEUES = [
  'parked',
  'restarting',
  'put-off',
  'not-started',
  'unsettled',
  'mail',
  'lost',
  'late',
  'triage',
  'duplicates',
  'quarantine',
  'referrer',
  'links',
] as const;
export type ConsoleQueue = (typeof CONSOLE_QUEUES)[number];

/** Where one queue is listed. */
export function queueAt(queue: string): string {
  return `${CONSOLE_AT}/waiting/${queue}`;
}

/** The service in pictures. */
export const FIGURES_AT = `${CONSOLE_AT}/figures`;

/** The data of one picture, as a file. */
export function figureAt(figure: string): string {
  return `${FIGURES_AT}/${figure}`;
}

/** Where a case is found by its reference. */
export const CASES_AT = `${CONSOLE_AT}/cases`;

/** The page of one case. */
export function caseAt(reference: string): string {
  return `${CASES_AT}/${reference}`;
}

/** Where an operator opens the record of a case. */
export function openAt(reference: string): string {
  return `${caseAt(reference)}/open`;
}

/** Where something is done about one case: the act by the last part of its address. */
export function actAt(reference: string, act: string): string {
  return `${caseAt(reference)}/acts/${act}`;
}

/** Where it is done for all that a list shows. */
export function listActAt(queue: string, act: string): string {
  return `${queueAt(queue)}/acts/${act}`;
}

/** The page of one email of a case, on which it is put right. */
export function noticeAt(reference: string, id: string): string {
  return `${caseAt(reference)}/emails/${id}`;
}

/** Where a request for a copy of a record is recorded. */
export function copyAt(reference: string): string {
  return `${caseAt(reference)}/copy`;
}

/** The working copy of a record, as a file. */
export function copyFileAt(reference: string): string {
  return `${copyAt(reference)}/file`;
}
