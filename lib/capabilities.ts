import type { ClaimKey } from './claim-key.ts';
import type { DeployConfig } from './config.ts';
import type { Evidence } from './evidence.ts';
import type { IncomingMail } from './incoming-mail.ts';
import type { Mail } from './mail.ts';
import type { MailboxKey } from './mailbox-key.ts';
import type { Packs } from './packs.ts';
import type { Records } from './records.ts';
import type { Seals } from './seals.ts';
import type { SignIn } from './sign-in.ts';
import type { Workflow } from './workflow/workflow.ts';

/** What functions work with. */
export interface Capabilities {
  readonly config: DeployConfig;
  readonly baseUrl: string;
  readonly records: Records;
  readonly evidence: Evidence;
  readonly mail: Mail;
  readonly incoming: IncomingMail;
  readonly claimKey: ClaimKey;
  readonly mailboxKey: MailboxKey;
  readonly seals: Seals;
  readonly packs: Packs;
  /** Undefined where staff come in by a mailed code. */
  readonly signIn: SignIn | undefined;
}

/** The state machines that functions start and watch: of referrals, and of what follows the list. */
export interface Workflows {
  readonly workflow: Workflow;
  readonly support: Workflow;
}
