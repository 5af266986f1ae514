import { existsSync, readFileSync } from 'node:fs';
import * as z from 'zod';

/** What the stack says of itself once it is deployed; the names are those in `lib/small-steps-stack.ts`. */
const outputsSchema = z.looseObject({
  BaseUrl: z.url(),
  TableName: z.string().min(1),
  Region: z.string().min(1),
  /** For a domain whose record someone must set: its name, and where it must lead. */
  DomainRecord: z.string().optional(),
  DomainTarget: z.string().optional(),
  /** The set of rules that receives email, where the service has an address for it. */
  MailRuleSet: z.string().optional(),
});
const fileSchema = z.record(z.string(), outputsSchema);
/** The records of email that someone must set, each as `name type value`. */
export const mailRecords = (outputs: Outputs): string[] =>
  Object.entries(outputs).flatMap(([name, value]) =>
    name.startsWith('MailRecord') && typeof value === 'string' ? [value] : [],
  );

export type Outputs = z.infer<typeof outputsSchema>;

/** One thing that is looked at after a deployment. It gives lines to print, and changes nothing. */
export type AfterDeployment = (outputs: Outputs) => Promise<readonly string[]>;

/**
 * The outputs of the one stack that was deployed, from the file that the CDK's command line wrote. Undefined where it wrote
 * none, because nothing was deployed. Throws naming each output that is missing.
 */
export function readOutputs(file: string): Outputs | undefined {
  if (!existsSync(file)) return undefined;
  const result = fileSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (result.success) return Object.values(result.data)[0];
  throw new Error(z.prettifyError(result.error));
}
