import * as z from 'zod';
import { StartError } from '../start-error.ts';
import type { NamedResource } from './load.ts';

/** Where a table holds what falls due: its index, the attributes of the index's key, and the partitions to look into. */
export type DueIndex = { table: string; index: string; partition: string; order: string; keys: string[] };

const MARK = 'SmallSteps::Due';

/** What the template says of the table: which index holds what falls due, and the keys under which it stands there. */
const markSchema = z.object({ index: z.string(), keys: z.array(z.string()) });
const indexesSchema = z.array(
  z.object({ IndexName: z.string(), KeySchema: z.array(z.object({ AttributeName: z.string(), KeyType: z.string() })) }),
);

/**
 * Reads from a table's metadata in the template where it holds what falls due. Throws StartError where the metadata is
 * missing or wrong, because the simulated time would then silently pass by what must happen on its way.
 */
export function dueIndexOf({ name, logicalId, properties, metadata }: NamedResource): DueIndex {
  const mark = markSchema.safeParse(metadata[MARK]);
  if (!mark.success) {
    const how = metadata[MARK] === undefined ? 'has no metadata' : 'has malformed metadata';
    throw new StartError(`The table ${logicalId} ${how} ${MARK} in the template. ${WANTED}`);
  }
  const { index, keys } = mark.data;
  const [partition, order] = keyOf(index, properties);
  if (partition === undefined || order === undefined) {
    throw new StartError(`The table ${logicalId} has no index ${index} with a sort key. ${WANTED}`);
  }
  return { table: name, index, partition, order, keys };
}

const WANTED = 'Name the index that holds what falls due, and its partition keys: {"index": "due", "keys": ["CASE"]}.';

function keyOf(index: string, properties: NamedResource['properties']): [string | undefined, string | undefined] {
  const indexes = indexesSchema.safeParse(properties.GlobalSecondaryIndexes).data ?? [];
  const keySchema = indexes.find(({ IndexName }) => IndexName === index)?.KeySchema ?? [];
  const attribute = (type: string) => keySchema.find(({ KeyType }) => KeyType === type)?.AttributeName;
  return [attribute('HASH'), attribute('RANGE')];
}
