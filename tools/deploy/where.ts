import type { AfterDeployment } from './outputs.ts';

/** Says where the service is, and which record of its domain someone must set. */
export const whereItIs: AfterDeployment = async ({ BaseUrl, TableName, DomainRecord, DomainTarget }) => [
  `The service answers at ${BaseUrl}.`,
  `Its records are in the table ${TableName}.`,
  ...(DomainTarget === undefined
    ? []
    : [`Have a CNAME record set: ${DomainRecord} leads to ${DomainTarget}. Until then that address does not answer.`]),
];
