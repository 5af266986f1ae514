import { createHash, randomBytes } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { keptUntilChanged } from './kept.ts';
import { createWholeFiles } from './whole-files.ts';

const tag = z.object({ key: z.string(), value: z.string() });

const storedObject = z.object({
  bucket: z.string(),
  key: z.string(),
  versionId: z.string(),
  size: z.number(),
  etag: z.string(),
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
  lastModified: z.string(),
  tags: z.array(tag),
  scan: z.object({ result: z.string(), doneAt: z.number() }),
  deleteMarker: z.boolean(),
  lock: z.object({ mode: z.string(), until: z.string() }).optional(),
});

export type Tag = z.infer<typeof tag>;
export type StoredObject = z.infer<typeof storedObject>;
export type ObjectFiles = ReturnType<typeof createObjectFiles>;

/**
 * Versions of objects as files: `<bucket>/<hash of the key>/<version>.bin` and, written last, `<version>.json`.
 * Each is written aside, synced unless syncs are held, and renamed, so that a kill leaves whole versions only: no `.json`, no
 * version.
 */
export function createObjectFiles(folder: string) {
  let lastNumber = 0;
  // A folder never changes its key: once it is known, looking for other keys does not open its files again.
  const keys = new Map<string, string>();
  // No description is listed twice from disk: a version stays as it is until it is described anew or removed.
  const descriptions = keptUntilChanged(describe);
  const listings = keptUntilChanged<string[]>((where) => readdir(where).catch(() => undefined));
  const whole = createWholeFiles();
  const folderOf = (bucket: string, key: string) =>
    join(folder, bucket, createHash('sha256').update(key).digest('hex'));
  const fileOf = (object: StoredObject, ending: string) =>
    join(folderOf(object.bucket, object.key), `${object.versionId}.${ending}`);

  /** Before and after a version is changed: what is read meanwhile is not kept. */
  function changes(object: StoredObject): void {
    descriptions.changed(fileOf(object, 'json'));
    listings.changed(folderOf(object.bucket, object.key));
    listings.changed(join(folder, object.bucket));
  }

  async function writeDescription(object: StoredObject): Promise<void> {
    changes(object);
    await whole.write(fileOf(object, 'json'), Buffer.from(JSON.stringify(object)));
    changes(object);
  }

  async function versionsUnder(where: string, prefix: string): Promise<StoredObject[]> {
    const known = keys.get(where);
    if (known !== undefined && !known.startsWith(prefix)) return [];
    const names = versionsIn((await listings.get(where)) ?? []).reverse();
    const versions = await Promise.all(names.map((name) => descriptions.get(join(where, `${name}.json`))));
    const there = versions.flatMap((version) => version ?? []);
    if (there[0]) keys.set(where, there[0].key);
    return there.filter(({ key }) => key.startsWith(prefix));
  }

  return {
    /** A name that sorts after every version of the key so far: the last one is the current one. */
    newVersionId(bucket: string, key: string): string {
      const used = versionsIn(namesIn(folderOf(bucket, key))).map((name) => Number.parseInt(name, 10));
      lastNumber = Math.max(lastNumber, ...used) + 1;
      return `${String(lastNumber).padStart(10, '0')}.${randomBytes(11).toString('hex')}`;
    },
    async put(object: StoredObject, body: Buffer): Promise<void> {
      await mkdir(folderOf(object.bucket, object.key), { recursive: true });
      await whole.write(fileOf(object, 'bin'), body);
      await writeDescription(object);
    },
    writeDescription,
    async find(bucket: string, key: string, versionId?: string | null): Promise<StoredObject | undefined> {
      const where = folderOf(bucket, key);
      const versions = versionsIn((await listings.get(where)) ?? []);
      const version = versionId ? versions.find((each) => each === versionId) : versions.at(-1);
      if (version === undefined) return undefined;
      return descriptions.get(join(where, `${version}.json`));
    },
    /** Every version of every key that begins with this, in the order of the keys, the newest of a key first. */
    async under(bucket: string, prefix: string): Promise<StoredObject[]> {
      const folders = (await listings.get(join(folder, bucket))) ?? [];
      const all = await Promise.all(folders.map((name) => versionsUnder(join(folder, bucket, name), prefix)));
      return all.sort((a, b) => ((a[0]?.key ?? '') < (b[0]?.key ?? '') ? -1 : 1)).flat();
    },
    /** The bytes of a version, or those from `first` to `last`. Throws when its file holds fewer than were stored. */
    async read(object: StoredObject, span?: { first: number; last: number }): Promise<Buffer> {
      const file = fileOf(object, 'bin');
      const body = span ? await readSpan(file, span) : await readFile(file);
      const expected = span ? span.last - span.first + 1 : object.size;
      if (body.length !== expected) throw new Error(`${file} was cut short: put back a copy of it.`);
      return body;
    },
    async remove(object: StoredObject): Promise<void> {
      changes(object);
      await rm(fileOf(object, 'json'), { force: true });
      await rm(fileOf(object, 'bin'), { force: true });
      await whole.syncFolder(folderOf(object.bucket, object.key));
      changes(object);
    },
    syncs: whole.syncs,
  };
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function versionsIn(names: readonly string[]): string[] {
  return names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : [])).sort();
}

async function readSpan(file: string, { first, last }: { first: number; last: number }): Promise<Buffer> {
  const handle = await open(file);
  const { buffer, bytesRead } = await handle
    .read(Buffer.alloc(last - first + 1), 0, last - first + 1, first)
    .finally(() => handle.close());
  return buffer.subarray(0, bytesRead);
}

/** Undefined when the version was removed a moment ago. */
async function describe(file: string): Promise<StoredObject | undefined> {
  const json = await readFile(file, 'utf8').catch(() => undefined);
  return json === undefined ? undefined : storedObject.parse(JSON.parse(json));
}
