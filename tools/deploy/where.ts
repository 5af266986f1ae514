import { type AfterDeployment, mailRecords } from './outputs.ts';

/** Says where the service is, and which records of its domains someone must set. */
export const whereItIs: AfterDeployment = async (outputs) => {
  const { BaseUrl, TableName, DomainRecord, DomainTarget } = outputs;
  return [
    `The service answers at ${BaseUrl}.`,
    `Its records are in the table ${TableName}.`,
    ...(DomainTarget === undefined
      ? []
      : [
          `Have a CNAME record set: ${DomainRecord} leads to ${DomainTarget}. Until then that address does not answer.`,
        ]),
    ...mailRecords(outputs).map((record) => `Have this record set, or SES refuses our email: ${record}`),
  ];
};
