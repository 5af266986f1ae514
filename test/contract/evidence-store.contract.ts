import { expect, it } from 'vitest';
import type { EvidenceFile, EvidenceStore } from '#domain/ports/services.ts';

interface File {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly scan?: EvidenceFile['scan'];
}

export interface EvidenceUnderTest {
  readonly evidence: EvidenceStore;
  /** Uploads a file for a caller; answers its version. */
  upload(caller: string, evidenceId: string, file: File): Promise<string>;
}

const pdf = 'application/pdf';

export function text(content: string): Uint8Array {
  return new TextEncoder().encode(content);
}

export function evidenceStoreContract(open: () => Promise<EvidenceUnderTest>): void {
  it('sees a file of this caller and of no one else', async () => {
    const { evidence, upload } = await open();
    await upload('caller-1', 'e1', { body: text('%PDF-1.7'), contentType: pdf });
    expect(await evidence.isUploaded('caller-1', 'e1')).toBe(true);
    expect(await evidence.isUploaded('caller-2', 'e1')).toBe(false);
    expect(await evidence.isUploaded('caller-1', 'e2')).toBe(false);
    expect(await evidence.inspect('caller-2', 'e1')).toBeUndefined();
  });

  it('does not take an empty file for an upload, and still tells that it is there', async () => {
    const { evidence, upload } = await open();
    const versionId = await upload('caller-1', 'e1', { body: text(''), contentType: pdf, scan: 'CLEAN' });
    expect(await evidence.isUploaded('caller-1', 'e1')).toBe(false);
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found).toMatchObject({ bytes: 0, contentType: pdf, versionId, scan: 'CLEAN' });
    expect(found?.head).toHaveLength(0);
  });

  it('tells size, type, first bytes, version and scan of a file', async () => {
    const { evidence, upload } = await open();
    const versionId = await upload('caller-1', 'e1', { body: text('%PDF-1.7'), contentType: pdf, scan: 'CLEAN' });
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found).toMatchObject({ bytes: 8, contentType: pdf, versionId, scan: 'CLEAN' });
    expect(new TextDecoder().decode(found?.head)).toBe('%PDF-1.7');
  });

  it('reads no more than 64 KB of a large file, and tells how large it is', async () => {
    const { evidence, upload } = await open();
    await upload('caller-1', 'e1', { body: new Uint8Array(200_000).fill(7), contentType: pdf });
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found?.bytes).toBe(200_000);
    expect(found?.head).toHaveLength(65_536);
  });

  it('reads any part of the version that it told of, also when another was put over it', async () => {
    const { evidence, upload } = await open();
    const body = Uint8Array.from({ length: 100_000 }, (_, i) => i % 251);
    await upload('caller-1', 'e1', { body, contentType: pdf });
    const found = await evidence.inspect('caller-1', 'e1');
    await upload('caller-1', 'e1', { body: text('another'), contentType: pdf });
    expect(await found?.read(99_990, 100_000)).toEqual(body.slice(99_990));
  });

  it('keeps to the version that was checked when another is uploaded over it', async () => {
    const { evidence, upload } = await open();
    const checked = await upload('caller-1', 'e1', { body: text('checked'), contentType: pdf });
    const later = await upload('caller-1', 'e1', { body: text('swapped afterwards'), contentType: 'image/png' });
    expect(await evidence.inspect('caller-1', 'e1', checked)).toMatchObject({ bytes: 7, versionId: checked });
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 18, versionId: later });
    expect(await evidence.inspect('caller-1', 'e1', 'no-such-version')).toBeUndefined();
  });

  it.each(['CLEAN', 'HARMFUL', 'PENDING'] as const)('tells that the scan is %s', async (scan) => {
    const { evidence, upload } = await open();
    await upload('caller-1', 'e1', { body: text('%PDF-1.7'), contentType: pdf, scan });
    expect((await evidence.inspect('caller-1', 'e1'))?.scan).toBe(scan);
  });

  it('keeps what is put as the newest version of the file of this caller and of no one else', async () => {
    const { evidence, upload } = await open();
    const before = await upload('caller-1', 'e1', { body: text('before'), contentType: 'image/png' });
    await evidence.put('caller-1', 'e1', pdf, text('%PDF-1.7'));
    const found = await evidence.inspect('caller-1', 'e1');
    expect(found).toMatchObject({ bytes: 8, contentType: pdf });
    expect(new TextDecoder().decode(found?.head)).toBe('%PDF-1.7');
    expect(await evidence.inspect('caller-1', 'e1', before)).toMatchObject({ bytes: 6 });
    expect(await evidence.isUploaded('caller-2', 'e1')).toBe(false);
  });

  it('puts all 4 MB of a file', async () => {
    const { evidence } = await open();
    await evidence.put('caller-1', 'e1', pdf, new Uint8Array(4 * 1024 * 1024).fill(7));
    expect((await evidence.inspect('caller-1', 'e1'))?.bytes).toBe(4_194_304);
  });

  it('judges each version by its own scan', async () => {
    const { evidence, upload } = await open();
    const clean = await upload('caller-1', 'e1', { body: text('clean'), contentType: pdf, scan: 'CLEAN' });
    await upload('caller-1', 'e1', { body: text('harmful'), contentType: pdf, scan: 'HARMFUL' });
    expect((await evidence.inspect('caller-1', 'e1', clean))?.scan).toBe('CLEAN');
    expect((await evidence.inspect('caller-1', 'e1'))?.scan).toBe('HARMFUL');
  });

  it('forgets every version of a file, and nothing of any other', async () => {
    const { evidence, upload } = await open();
    const first = await upload('caller-1', 'e1', { body: text('first'), contentType: pdf });
    const second = await upload('caller-1', 'e1', { body: text('second'), contentType: pdf });
    await upload('caller-1', 'e11', { body: text('its id begins the same'), contentType: pdf });
    await upload('caller-2', 'e1', { body: text('of somebody else'), contentType: pdf });
    await evidence.forget('caller-1', 'e1');
    for (const version of [undefined, first, second]) {
      expect(await evidence.inspect('caller-1', 'e1', version)).toBeUndefined();
    }
    expect(await evidence.isUploaded('caller-1', 'e11')).toBe(true);
    expect(await evidence.isUploaded('caller-2', 'e1')).toBe(true);
  });

  it('forgets what was forgotten before, and what never was (twice)', async () => {
    const { evidence, upload } = await open();
    await upload('caller-1', 'e1', { body: text('%PDF-1.7'), contentType: pdf });
    for (const id of ['e1', 'e1', 'e2', '../caller-2/e1']) await evidence.forget('caller-1', id);
    expect(await evidence.isUploaded('caller-1', 'e1')).toBe(false);
  });

  it('takes a file again under an id that was forgotten (late)', async () => {
    const { evidence, upload } = await open();
    await upload('caller-1', 'e1', { body: text('before'), contentType: pdf });
    await evidence.forget('caller-1', 'e1');
    await upload('caller-1', 'e1', { body: text('came late'), contentType: pdf });
    expect(await evidence.inspect('caller-1', 'e1')).toMatchObject({ bytes: 9 });
    await evidence.forget('caller-1', 'e1');
    expect(await evidence.inspect('caller-1', 'e1')).toBeUndefined();
  });

  it('finds nothing under a hostile id', async () => {
    const { evidence } = await open();
    expect(await evidence.isUploaded('caller-1', '../caller-2/e1')).toBe(false);
    expect(await evidence.inspect('caller-1', '../caller-2/e1')).toBeUndefined();
  });
}
