import { DynamoDBClient, ListTablesCommand } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient, ScanCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import type { DeployConfig } from '#lib/config.ts';
import type { BeforeDeployment } from './before.ts';

const linkSchema = z.object({ expiresAt: z.iso.datetime(), from: z.string().optional() });
export type MailedLink = z.infer<typeof linkSchema>;

interface Where {
  /** The configuration that is deployed. */
  readonly config: Pick<DeployConfig, 'domain' | 'baseUrl' | 'stackName'>;
  /** Every link that the tables of this stack hold. */
  links(stackName: string): AsyncIterable<MailedLink>;
  now(): string;
}

/**
 * Refuses to close the address that AWS gave while a link that was mailed from it lives: who has it would be locked out. A
 * link that does not say where it was mailed from is an older one and counts as one of those.
 */
export function noOldLinks({ config, links, now }: Where): BeforeDeployment {
  return { about: 'the links to the old address', look: () => oldLinks({ config, links, now }) };
}

async function oldLinks({ config: { domain, baseUrl, stackName }, links, now }: Where): Promise<readonly string[]> {
  if (domain?.closeOldAddress !== true) return [];
  let [count, last] = [0, ''];
  try {
    for await (const { expiresAt, from } of links(stackName)) {
      if (from === baseUrl || expiresAt <= now()) continue;
      count += 1;
      if (expiresAt > last) last = expiresAt;
    }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return [`closeOldAddress: the links in the table cannot be read (${why}). Some may still lead to the old address.`];
  }
  if (count === 0) return [];
  return [
    `closeOldAddress: ${count} mailed links still lead to the old address. The last one expires on ${last.slice(0, 10)}. Set it to false until then.`,
  ];
}

/** Reads the links of every table that a stack of this name has made, also of one that a failed deployment left behind. */
export async function* deployedLinks(
  settings: { region?: string | undefined; profile?: string | undefined },
  stackName: string,
): AsyncGenerator<MailedLink> {
  const { region, profile } = settings;
  const client = new DynamoDBClient({ ...(region && { region }), ...(profile && { profile }) });
  const documents = DynamoDBDocumentClient.from(client);
  for (const TableName of await tablesOf(client, stackName)) {
    let from: Record<string, unknown> | undefined;
    do {
      const { Items = [], LastEvaluatedKey } = await documents.send(
        new ScanCommand({
          TableName,
          FilterExpression: 'sk = :link',
          ExpressionAttributeValues: { ':link': 'LINK' },
          ...(from && { ExclusiveStartKey: from }),
        }),
      );
      yield* Items.map((item) => linkSchema.parse(item));
      from = LastEvaluatedKey;
    } while (from !== undefined);
  }
}

async function tablesOf(client: DynamoDBClient, stackName: string): Promise<string[]> {
  const found: string[] = [];
  let from: string | undefined;
  do {
    const listed = await client.send(
      new ListTablesCommand(from === undefined ? {} : { ExclusiveStartTableName: from }),
    );
    found.push(...(listed.TableNames ?? []).filter((name) => name.startsWith(`${stackName}-RecordsTable`)));
    from = listed.LastEvaluatedTableName;
  } while (from !== undefined);
  return found;
}
