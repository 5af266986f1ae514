import type { EvidenceFile, EvidenceStore } from '#domain/ports/services.ts';
import { fileOf } from '#domain/referral/document/file-bytes.ts';

interface UploadedFile {
  readonly body: Uint8Array;
  readonly contentType: string;
  readonly scan?: EvidenceFile['scan'];
}

export interface MemoryEvidenceStore extends EvidenceStore {
  /** Uploads a file, as a new version when there is one; answers its version. */
  upload(caller: string, evidenceId: string, file: UploadedFile): string;
  /** Loses a file, with all its versions. */
  lose(caller: string, evidenceId: string): void;
}

/** Evidence kept in memory; a file without a `scan` counts as clean. */
export function createMemoryEvidenceStore(): MemoryEvidenceStore {
  const files = new Map<string, EvidenceFile[]>();
  const at = (caller: string, evidenceId: string) => JSON.stringify([caller, evidenceId]);
  const versionsOf = (caller: string, evidenceId: string) => files.get(at(caller, evidenceId)) ?? [];
  const lose = (caller: string, evidenceId: string) => {
    files.delete(at(caller, evidenceId));
  };
  const upload: MemoryEvidenceStore['upload'] = (caller, evidenceId, { body, contentType, scan = 'CLEAN' }) => {
    const earlier = versionsOf(caller, evidenceId);
    const versionId = `version-${earlier.length + 1}`;
    const file = { ...fileOf(body), contentType, versionId, scan };
    files.set(at(caller, evidenceId), [...earlier, file]);
    return versionId;
  };
  return {
    upload,
    put: async (caller, evidenceId, contentType, body) => {
      upload(caller, evidenceId, { body, contentType });
    },
    lose,
    forget: async (caller, evidenceId) => lose(caller, evidenceId),
    uploadForm: async ({ evidenceId, contentType }) => ({
      url: 'https://evidence.example.org/',
      fields: { key: evidenceId, 'Content-Type': contentType },
    }),
    isUploaded: async (caller, evidenceId) => (versionsOf(caller, evidenceId).at(-1)?.bytes ?? 0) > 0,
    inspect: async (caller, evidenceId, versionId) =>
      versionsOf(caller, evidenceId).findLast((file) => versionId === undefined || file.versionId === versionId),
    downloadUrl: async (_caller, { evidenceId, versionId }, seconds) =>
      `https://evidence.example.org/${evidenceId}?versionId=${versionId ?? ''}&seconds=${seconds}`,
  };
}
