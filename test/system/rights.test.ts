import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { loadAssembly } from '#local/assembly/load.ts';
import { createAccess, type Player } from '#local/iam/access.ts';
import { type Right, whyNot } from '#local/iam/decide.ts';
import type { Policies } from '#local/iam/policies.ts';
import type { Statement } from '#local/iam/statement.ts';
import { startInstance } from '#local/instance.ts';
import { deadLetters } from '#local/lambda/dead-letters.ts';
import { parseInstant } from '#local/london.ts';
import { synthesise } from '#local/synth.ts';
import { goEveryRoad } from './every-road.ts';

const BY_HAND = ['RestartCase'];

const folder = await synthesise({ checked: false });
const { functions, stateMachines, policies } = loadAssembly(folder, 'http://localhost:8080', BY_HAND);
const players: Player[] = [...functions.values(), ...stateMachines];
const statementsOf = ({ role }: Player) => policies.ofRole.get(role) ?? [];

const denied: string[] = [];
let asked: { player: Player; right: Right }[] = [];

beforeAll(async () => {
  const seen = new Map<string, { player: Player; right: Right }>();
  const onAsked = (player: Player, right: Right) =>
    void seen.set(JSON.stringify([player.name, right]), { player, right });
  const watch = { onAsked, report: (line: string) => void denied.push(line) };
  const instance = await startInstance({ port: 0, now: parseInstant('2026-09-24T09:00'), byHand: BY_HAND, watch });
  try {
    await goEveryRoad(instance);
  } finally {
    await instance.stop();
  }
  // No road makes a function fail for good, so what Lambda does then in its role is played alone.
  const access = createAccess({
    policies,
    players,
    onRefused: (_name, sentence) => void denied.push(sentence),
    onAsked,
  });
  for (const { name } of functions.values()) deadLetters(functions, access, () => {})(name);
  asked = [...seen.values()];
});

function without({ role }: Player, statement: Statement): Policies {
  const left = (policies.ofRole.get(role) ?? []).filter((one) => one !== statement);
  return { ...policies, ofRole: new Map(policies.ofRole).set(role, left) };
}

test('every function of the template takes part', () => {
  const { Resources } = JSON.parse(readFileSync(join(folder, 'SmallSteps.template.json'), 'utf8'));
  const ids = Object.keys(Resources).filter((id) => Resources[id].Type === 'AWS::Lambda::Function');
  // Without a canary nothing calls it, and it has no rights: test/infra/canary.test.ts has those of one.
  const called = ids.filter((id) => id !== 'WalkCanary');

  expect([...functions.keys()].sort()).toEqual(called.sort());
});

test('no road is denied anything', () => {
  expect(denied).toEqual([]);
});

/** What no road can use, and why it stays. */
const UNUSED: [functions: string[] | 'all', action: string, through: string, why: string][] = [
  ['all', 'kms:DescribeKey', 'dynamodb', "of the least that AWS's guide names for a table under a key of one's own"],
  ['all', 'kms:Encrypt', 'dynamodb', 'the same'],
  ['all', 'kms:GenerateDataKey', 'dynamodb', 'the same'],
  [['ServeApi'], 'kms:Decrypt', 's3', 'AWS does not say whether looking at an encrypted file that arrived needs it'],
  [
    ['CheckReferral', 'ServePublic', 'ServeReferral'],
    's3:GetObjectVersion',
    '',
    'a file is uploaded over in the moment of looking',
  ],
  [['CheckReferral', 'ServePublic', 'ServeReferral'], 's3:GetObjectVersionTagging', '', 'the same'],
];

test('every action of every function is used on some road, but for those with a reason', () => {
  const serviceOf = (text: string) => /kms:ViaService (\w+)/.exec(text)?.[1] ?? '';
  const used = new Set(
    asked.map(({ player, right: { action, context } }) =>
      [player.name, action, (context['kms:ViaService'] ?? '').split('.', 1)[0]].join(' '),
    ),
  );
  const unused = [...functions.values()].flatMap((player) =>
    statementsOf(player).flatMap(({ actions, conditions }) =>
      actions
        .map((action) => [player.name, action, serviceOf(conditions.map(({ text }) => text).join())].join(' '))
        .filter((one) => !used.has(one)),
    ),
  );
  const names = [...functions.keys()];
  const explained = UNUSED.flatMap(([of, action, through]) =>
    (of === 'all' ? names : of).map((name) => [name, action, through].join(' ')),
  );

  expect(unused.sort()).toEqual(explained.sort());
});

describe('without one statement, some road is denied and told which action it lacks', () => {
  const each = [...functions.values()].flatMap((player) =>
    statementsOf(player).map((statement) => [player.name, statement.actions.join(), player, statement] as const),
  );

  test.each(each)('%s: %s', (_name, _actions, player, statement) => {
    const fewer = without(player, statement);
    const own = asked.filter((one) => one.player.role === player.role);
    const told = own.flatMap(({ right }) => whyNot(fewer, player.role, right) ?? []);

    expect(told.length).toBeGreaterThan(0);
    expect(
      told.every((why) => statement.actions.some((action) => why.includes(`no statement allows ${action} on `))),
    ).toBe(true);
  });
});
