import type { Service } from './service.ts';
import { enterStaffArea, hidden, type Page } from './triage.ts';

/**
 * As a service manager: the example list is checked, brought in, signed for, released and written out again. `only`: of its rows those
 * alone with this in them.
 */
export async function bringInList(at: Service, only = ''): Promise<void> {
  const manager = await enterStaffArea(at, 'manager@example.org');
  const address = `${at.url}/staff/lists/import`;
  const csrf = hidden(await manager.get(address), 'csrf');
  const [header, ...rows] = (await manager.get(`${address}/example`)).body.split(/\r?\n/);
  const example = [header, ...rows.filter((row) => row.includes(only))].join('\r\n');
  const send = async (fields: Readonly<Record<string, string>>) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ csrf, ...fields })) body.append(name, value);
    body.append('file', new Blob([example]), 'list.csv');
    const cookie = [...manager.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    return fetch(address, { method: 'POST', body, redirect: 'manual', headers: { cookie, origin: 'null' } });
  };
  const checked = await (await send({})).text();
  const [, bring = ''] = /name="bring" value="([^"]+)"/.exec(checked) ?? [];
  answered(await send({ bring }), 303);
  const one = `${address}/${bring}`;
  answered(await manager.post(`${one}/sign`, { csrf, compared: 'yes' }), 303);
  answered(await manager.post(`${one}/release`, { csrf }), 303);
  answered(await manager.get(`${one}/rows`), 200);
  answered(await manager.get(`${address}/export`), 200);
}

function answered({ status }: Pick<Page, 'status'>, expected: number): void {
  if (status !== expected) throw new Error(`Bringing in a list answered ${status}`);
}
