import { createHash } from 'node:crypto';
import type { Email, EvidenceFile, EvidenceStore, Log, Mailer, Workflow } from '#domain/ports/services.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';
import { pdfOf } from '#test/kit/documents.ts';

/** A clock that moves only when the test says so. */
export function testClock(start = '2026-09-24T08:00:00.000Z') {
  let at = Date.parse(start);
  return {
    now: () => new Date(at).toISOString(),
    advanceMinutes: (minutes: number) => {
      at += minutes * 60_000;
    },
  };
}

/** Random bytes that are the same in every run and never repeat within one. */
export function testRandom() {
  let n = 0;
  return (count: number): Uint8Array => {
    n += 1;
    return createHash('sha512').update(String(n)).digest().subarray(0, count);
  };
}

export interface TestEvidence extends EvidenceStore {
  /** Uploads a file, over what is there; of one version the newest counts. */
  upload(caller: string, evidenceId: string, file?: Partial<Omit<EvidenceFile, 'read'>>): void;
  readonly forms: Parameters<EvidenceStore['uploadForm']>[0][];
}

const PDF = new TextEncoder().encode(pdfOf('fictional'));

export function testEvidence(): TestEvidence {
  const files = new Map<string, EvidenceFile[]>();
  const forms: TestEvidence['forms'] = [];
  const versions = (caller: string, id: string) => files.get(`${caller}/${id}`) ?? [];
  const add = (caller: string, id: string, file: EvidenceFile) =>
    files.set(`${caller}/${id}`, [...versions(caller, id), file]);
  return {
    forms,
    upload: (caller, id, file) => {
      const { head = PDF } = file ?? {};
      add(caller, id, {
        ...fileOf(head),
        contentType: 'application/pdf',
        versionId: 'v1',
        scan: 'CLEAN',
        ...file,
      });
    },
    uploadForm: async (request) => {
      forms.push(request);
      return { url: 'https://bucket.example/', fields: { key: request.evidenceId, policy: 'signed' } };
    },
    put: async (caller, id, contentType, body) => {
      add(caller, id, { ...fileOf(body), contentType, versionId: 'v1', scan: 'CLEAN' });
    },
    forget: async (caller, id) => {
      files.delete(`${caller}/${id}`);
    },
    isUploaded: async (caller, id) => versions(caller, id).length > 0,
    inspect: async (caller, id, version) =>
      versions(caller, id).findLast(({ versionId }) => version === undefined || versionId === version),
    downloadUrl: async (_caller, { evidenceId, versionId }) => `https://bucket.example/${evidenceId}?v=${versionId}`,
  };
}

/** The key under which tests hash mailboxes. */
export const testMailboxKey = async () => 'a mailbox key of the test';

export function testMailer(): Mailer & { readonly sent: Email[] } {
  const sent: Email[] = [];
  return {
    sent,
    send: async (email) => {
      sent.push(email);
      return { messageId: `m${sent.length}` };
    },
  };
}

export const testWorkflow: Workflow = {
  start: async () => 'STARTED',
  wake: async () => 'WOKEN',
  state: async () => 'RUNNING',
};

export function testLog(): Log & {
  readonly lines: { event: string; fields: Readonly<Record<string, string | number>> }[];
} {
  const lines: { event: string; fields: Readonly<Record<string, string | number>> }[] = [];
  const keep = (event: string, fields: Readonly<Record<string, string | number>> = {}) => {
    lines.push({ event, fields });
  };
  return { lines, info: keep, error: keep };
}
