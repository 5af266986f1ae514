import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { startInstance } from '#local/instance.ts';
import { NOT_EVALUATED } from '#test/kit/words/local-run.ts';
import { tinyAssembly } from '#test/local/assembly/tiny-stack.ts';

/** A function that asks DynamoDB for its tables under its own access key, and answers what it was told. */
const ASKING = `
export const handler = async () => {
  const credential = process.env.AWS_ACCESS_KEY_ID + '/20260924/eu-west-2/dynamodb/aws4_request';
  const answer = await fetch(process.env.AWS_ENDPOINT_URL_DYNAMODB, {
    method: 'POST',
    headers: {
      'X-Amz-Target': 'DynamoDB_20120810.DescribeTable',
      Authorization: 'AWS4-HMAC-SHA256 Credential=' + credential + ', SignedHeaders=host, Signature=0',
    },
    body: JSON.stringify({ TableName: process.env.TABLE }),
  });
  return { statusCode: answer.status, body: await answer.text() };
};`;

async function started(assembly: string) {
  const data = mkdtempSync(join(tmpdir(), 'data-'));
  const reported: string[] = [];
  const report = (line: string) => void reported.push(line);
  const instance = await startInstance({ port: 0, assembly, data, watch: { report } });
  onTestFinished(() => instance.stop());
  return { url: instance.url, reported, logged: () => readFileSync(join(data, 'lambda.log'), 'utf8') };
}

/** Changes the policy of Serve, which may write its log, in the template of an assembly. */
function withRights(folder: string, change: (statement: Record<string, unknown>) => void): string {
  const file = join(folder, 'Tiny.template.json');
  const template = JSON.parse(readFileSync(file, 'utf8'));
  const [id = ''] = Object.keys(template.Resources).filter((name) => /^ServeRoleDefaultPolicy/.test(name));
  change(template.Resources[id].Properties.PolicyDocument.Statement[0]);
  writeFileSync(file, JSON.stringify(template));
  return folder;
}

test('a function without the right is denied; each different denial is told once and stands in its log', async () => {
  const { url, reported, logged } = await started(tinyAssembly({ Serve: ASKING }));

  const answers = [await fetch(`${url}/a`), await fetch(`${url}/b`)];

  const line =
    /assumed-role\/ServeRole\w+\/Serve\w+ is not authorized to perform: dynamodb:DescribeTable on resource: arn:/;
  for (const answer of answers) {
    expect(answer.status).toBe(400);
    expect(await answer.text()).toMatch(line);
  }
  expect(reported).toHaveLength(1);
  expect(reported[0]).toMatch(/^Serve\w+ was denied: User: /);
  expect(logged().match(new RegExp(line, 'g'))).toHaveLength(2);
});

test('a function with the right is not', async () => {
  const { url, reported } = await started(
    withRights(tinyAssembly({ Serve: ASKING }), (statement) => {
      statement.Action = ['dynamodb:DescribeTable', 'logs:*'];
      statement.Resource = '*';
    }),
  );

  expect((await fetch(`${url}/a`)).status).toBe(200);
  expect(reported).toEqual([]);
});

test('a function that may not write its log loses what it prints, and that is told', async () => {
  const printing =
    "export const handler = async () => { console.log('printed'); return { statusCode: 200, body: '' }; };";
  const { url, reported, logged } = await started(
    withRights(tinyAssembly({ Serve: printing }), (statement) => {
      statement.Action = 'logs:CreateLogStream';
    }),
  );

  await fetch(`${url}/a`);

  expect(reported.join()).toMatch(/Serve\w+ is not authorized to perform: logs:PutLogEvents/);
  expect(logged()).not.toContain('printed');
});

test('an instance does not start on a template with a condition that it does not evaluate, and names it', async () => {
  const assembly = withRights(tinyAssembly(), (statement) => {
    statement.Condition = { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } };
  });

  await expect(startInstance({ port: 0, assembly })).rejects.toThrow(
    new RegExp(
      `^ServeRoleDefaultPolicy\\w+ statement 1: it uses the condition operator IpAddress${NOT_EVALUATED.replace('.', '\\.')}$`,
    ),
  );
});
