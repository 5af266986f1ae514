const MAKERS: Record<string, { name: string; code: string }> = {
  'client-dynamodb': { name: 'DynamoDBClient', code: 'new DynamoDBClient({})' },
  'client-kms': { name: 'KMSClient', code: 'new KMSClient({})' },
  'client-s3': { name: 'S3Client', code: 'new S3Client({})' },
  'client-secrets-manager': { name: 'SecretsManagerClient', code: 'new SecretsManagerClient({})' },
  'client-ses': { name: 'SESClient', code: 'new SESClient({})' },
  'client-sfn': { name: 'SFNClient', code: 'new SFNClient({})' },
  'lib-dynamodb': { name: 'DynamoDBDocumentClient', code: 'DynamoDBDocumentClient.from(new DynamoDBClient({}))' },
};

/** The SDK's client packages among the files of a bundle, each once and in order. */
export function clientsIn(paths: readonly string[]): string[] {
  const packages = paths.map((path) => /node_modules\/@aws-sdk\/((?:client|lib)-[a-z0-9-]+)\//.exec(path)?.[1] ?? '');
  return [...new Set(packages)].filter((name) => name !== '').sort();
}

/** The source of a function that makes these clients, as ours do when they are loaded, and does nothing else. */
export function floorSource(clients: readonly string[]): string {
  const makers = clients.map((client) => {
    const maker = MAKERS[client];
    if (maker === undefined) throw new Error(`The bench does not know yet how @aws-sdk/${client} is made.`);
    return { client, ...maker };
  });
  return [
    ...makers.map(({ client, name }) => `import { ${name} } from '@aws-sdk/${client}';`),
    `const clients = [${makers.map(({ code }) => code).join(', ')}];`,
    'export const handler = async () => clients.length;',
  ].join('\n');
}
