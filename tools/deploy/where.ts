import { type AfterDeployment, mailRecords } from './outputs.ts';

/** Says where the service is, and which records of its domains someone must set. */
export const whereItIs: AfterDeployment = async (outputs) => {
  const { BaseUrl, TableName, DomainRecord, DomainTarget, MailRuleSet, Region } = outputs;
  return [
    `The service answers at ${BaseUrl}.`,
    `Its records are in the table ${TableName}.`,
    ...(DomainTarget === undefined
      ? []
      : [
          `Have a CNAME record set: ${DomainRecord} leads to ${DomainTarget}. Until then that address does not answer.`,
        ]),
    ...(MailRuleSet === undefined
      ? []
      : [
          `Email arrives once ${MailRuleSet} is the active rule set of SES, and the domain of its address has this record: MX 10 inbound-smtp.${Region}.amazonaws.com`,
        ]),
    ...mailRecords(outputs).map((record) => `Have this record set, or SES refuses our email: ${record}`),
  ];
};
