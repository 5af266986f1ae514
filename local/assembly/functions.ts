import * as z from 'zod';
import type { CloudAssembly } from './read.ts';
import type { Resolver } from './resolve.ts';
import { AssemblyError } from './template.ts';

export type FunctionSpec = {
  name: string;
  arn: string;
  folder: string;
  handler: string;
  environment: Record<string, string>;
  timeoutSeconds: number;
  memoryMb: number;
  /** The ARN of the role that it plays. */
  role: string;
  /** The name of the log group that it writes. */
  logGroup: string;
  /** Lambda sends traces of its calls, in its role. */
  isTraced?: boolean;
  /** The ARN of the queue for asynchronous calls that failed for good. */
  deadLetters?: string | undefined;
};

const codeSchema = z.object({ S3Key: z.string() });
const loggingSchema = z.object({ LogGroup: z.string().optional() });
const tracingSchema = z.object({ Mode: z.string() });
const deadLettersSchema = z.object({ TargetArn: z.string().optional() });
const environmentSchema = z.object({ Variables: z.record(z.string(), z.string()) });

/** Reads one AWS::Lambda::Function; its environment is what a deployed one would get, resolved. */
export function functionSpec(
  cloud: CloudAssembly,
  property: Resolver,
  logicalId: string,
  names: { name: string; arn: string },
): FunctionSpec {
  const read = <T>(name: string, schema: z.ZodType<T>): T => {
    const result = schema.safeParse(property(logicalId, name));
    if (result.success) return result.data;
    throw new AssemblyError(
      `${logicalId}.${name} is not what the embedded run can use: ${z.prettifyError(result.error)}`,
    );
  };
  const code = read('Code', codeSchema);
  const folder = cloud.assets.get(code.S3Key);
  if (folder === undefined) throw new AssemblyError(`${logicalId}.Code: no folder was staged for ${code.S3Key}.`);
  return {
    ...names,
    folder,
    handler: read('Handler', z.string()),
    environment: read('Environment', environmentSchema.optional())?.Variables ?? {},
    timeoutSeconds: read('Timeout', z.number().default(3)),
    memoryMb: read('MemorySize', z.number().default(128)),
    role: read('Role', z.string()),
    logGroup: read('LoggingConfig', loggingSchema.optional())?.LogGroup ?? `/aws/lambda/${names.name}`,
    isTraced: read('TracingConfig', tracingSchema.optional())?.Mode === 'Active',
    deadLetters: read('DeadLetterConfig', deadLettersSchema.optional())?.TargetArn,
  };
}
