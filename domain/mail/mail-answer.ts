import type { RenderedEmail } from '../notices/facts.ts';
import type { ServiceConfig } from '../service/config.ts';

/** What the answer to an email is made from. It quotes nothing of the email, whose sender can be made up. */
export interface MailAnswerFacts extends Pick<ServiceConfig, 'serviceName' | 'councilName' | 'contact'> {
  readonly formUrl: string;
}

/** Words the answer that sends the link of the form. */
export type RenderMailAnswer = (facts: MailAnswerFacts) => RenderedEmail;
