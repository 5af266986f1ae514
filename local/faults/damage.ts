import * as z from 'zod';

/** What can be broken of what is stored or runs, past every function. Each says whether there was such a thing. */
export type Damage = {
  /** Ends a running execution, as someone does in the console of AWS. */
  stop(execution: string): Promise<boolean>;
  /** Deletes the objects with this in their key. */
  lose(bucket: string, object: string): Promise<boolean>;
  /** Writes these texts over attributes of one item of the table. */
  overwrite(item: Texts, set: Readonly<Record<string, string | Texts>>): Promise<boolean>;
};
type Texts = Readonly<Record<string, string>>;

const texts = z.record(z.string(), z.string());
const stopped = z.strictObject({ execution: z.string(), state: z.literal('stopped') });
const lost = z.strictObject({ bucket: z.string(), object: z.string().min(1), state: z.literal('deleted') });
const overwritten = z.strictObject({ item: texts, set: z.record(z.string(), z.union([z.string(), texts])) });

/** What of POST /local/faults breaks something at once. It is not taken back by DELETE. */
export const damageSchema = z.union([stopped, lost, overwritten]);

/** Breaks it; gives what is wrong with what was asked, and then has changed nothing. */
export async function breakIt(damage: Damage, asked: z.infer<typeof damageSchema>): Promise<string | undefined> {
  if ('execution' in asked) {
    const isStopped = await damage.stop(asked.execution);
    return isStopped ? undefined : `No execution ${asked.execution} is running.`;
  }
  if ('bucket' in asked) {
    const isLost = await damage.lose(asked.bucket, asked.object);
    return isLost ? undefined : `There is no object with ${asked.object} in its key in a bucket ${asked.bucket}.`;
  }
  const isOverwritten = await damage.overwrite(asked.item, asked.set);
  return isOverwritten ? undefined : `There is no item ${JSON.stringify(asked.item)}.`;
}
