import type { Stores } from '#adapters/records/stores.ts';
import { doImports } from '#application/lists/import/do-imports.ts';
import { personActor } from '#domain/people/actor.ts';
import { defaultPolicy } from '#domain/service/policy.ts';
import { endedRow, soundRow } from '../../unit/domain/lists/import/present-sample.ts';
import { AT } from '../samples.ts';
import type { Keep } from './store-cases.ts';

const kim = personActor('kim', 'Kim Park', 'service manager');

/** Brings in one child, signs for the file and releases it, and keeps each state. */
export async function storeImports(stores: Stores, keep: Keep): Promise<void> {
  const claimKey = async () => 'a-key';
  const { bringIn, signImport, releaseImport, inviteToPlay } = doImports({
    ...stores,
    claimKey,
    policy: defaultPolicy,
    now: () => AT,
  });
  const { id } = await bringIn([{ row: 2, cells: soundRow }], kim);
  const [part] = await stores.imports.partsOf(id);
  const reference = part?.rows[0]?.reference ?? '';
  await keep('import.brought-in', 'IMPORTS', `IMPORT#${id}`);
  await keep('rows.brought-in', `IMPORT#${id}`, 'ROWS#');
  await keep('case.imported', `REF#${reference}`, 'CASE');
  await keep('referral.imported', `REF#${reference}`, 'REFERRAL');
  await signImport(id, { compared: 'yes', reason: 'Compared with our list' }, kim);
  await keep('import.signed', 'IMPORTS', `IMPORT#${id}`);
  await releaseImport(id, kim);
  await keep('import.released', 'IMPORTS', `IMPORT#${id}`);
  await keep('case.import-released', `REF#${reference}`, 'CASE');
  const ended = await bringIn([{ row: 2, cells: endedRow }], kim);
  const former = (await stores.imports.partsOf(ended.id))[0]?.rows[0]?.reference ?? '';
  await keep('case.ended-before', `REF#${former}`, 'CASE');
  await keep('referral.ended-before', `REF#${former}`, 'REFERRAL');
  await signImport(ended.id, { compared: 'yes', reason: '' }, kim);
  await releaseImport(ended.id, kim);
  await inviteToPlay(ended.id, kim);
  await keep('case.invited-to-play', `REF#${former}`, 'CASE');
  await keep('import.invited-to-play', 'IMPORTS', `IMPORT#${ended.id}`);
}
