import type { Service } from './service.ts';
import { enterStaffArea, hidden } from './triage.ts';

/** As a service manager: the example list is checked and brought in. */
export async function bringInList(at: Service): Promise<void> {
  const manager = await enterStaffArea(at, 'manager@example.org');
  const address = `${at.url}/staff/lists/import`;
  const { body: example } = await manager.get(`${address}/example`);
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    body.append('csrf', hidden(await manager.get(address), 'csrf'));
    for (const [name, value] of Object.entries(fields)) body.append(name, value);
    body.append('file', new Blob([example]), 'list.csv');
    const cookie = [...manager.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return fetch(address, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: 'null' } });
  };
  const checked = await (await send({})).text();
  const [, bring = ''] = /name="bring" value="([^"]+)"/.exec(checked) ?? [];
  const { status } = await send({ bring });
  if (status !== 303) throw new Error(`Bringing in a list answered ${status}`);
}
