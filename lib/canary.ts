import type { DeployConfig } from './config.ts';
import type { Evidence } from './evidence.ts';
import type { IncomingMail } from './incoming-mail.ts';
import type { Records } from './records.ts';
import type { Workflow } from './workflow/workflow.ts';

interface Walked {
  readonly config: Pick<DeployConfig, 'canary'>;
  readonly records: Records;
  readonly evidence: Evidence;
  readonly incoming: IncomingMail;
  readonly workflow: Workflow;
}

/** What the canary may do: send its own referral and decide it. Without a canary it is never called, and may do nothing. */
export function mayWalk({ config, records, evidence, incoming, workflow }: Walked) {
  if (config.canary === undefined) return { may: [] };
  const may = [...records.access(['GetItem', 'PutItem']), ...evidence.receive(), ...incoming.canarys()];
  return { may: [...may, ...workflow.start()], timeoutSeconds: 120 };
}
