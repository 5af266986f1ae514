import { dynamoClient } from '#adapters/records/dynamodb/client.ts';
import { createDynamoStores } from '#adapters/records/dynamodb/stores.ts';
import { differences } from '#domain/people/differences.ts';
import type { TeamStore } from '#domain/ports/stores.ts';
import type { DeployConfig } from '#lib/config.ts';
import type { AfterDeployment, Outputs } from './outputs.ts';

interface Where {
  /** The configuration that was deployed. */
  readonly config: DeployConfig;
  /** Opens the team record of what was deployed; the deployed table's unless told otherwise. */
  readonly open?: (outputs: Outputs) => Pick<TeamStore, 'readTeam'>;
}

/**
 * Compares the team record with the people and the mailboxes of teams in the configuration and gives a sentence for each difference. Changes
 * neither: configuration never overwrites a record that has begun.
 */
export function compareTeam({ config, open = deployedTeam }: Where): AfterDeployment {
  return async (outputs) => {
    const record = await open(outputs).readTeam();
    if (!record) return ['The team is the one that the configuration names: no one has changed it here.'];
    const found = differences(record, config);
    return found.length > 0 ? found : ['The team record and the configuration name the same people and mailboxes.'];
  };
}

function deployedTeam({ TableName, Region }: Outputs): TeamStore {
  return createDynamoStores({ tableName: TableName, client: dynamoClient({ region: Region }) }).team;
}
