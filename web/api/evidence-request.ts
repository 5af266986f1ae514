import * as z from 'zod';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';

/** Control characters, halves of characters and anything that would be a path and not a name. */
function isFileName(value: string): boolean {
  return value.isWellFormed() && !/[\p{Cc}/\\]/u.test(value) && !/^\.*$/.test(value.trim());
}

/** What a caller says of a document before they upload it. */
export const evidenceRequestSchema = z
  .strictObject({
    fileName: z
      .string()
      .max(200)
      .refine(isFileName)
      .meta({ title: 'Name of the file', description: 'Without a folder; at most 200 characters.' }),
    contentType: z.enum(evidenceContentTypes).meta({
      title: 'Type of the file',
      description: 'PDF, JPEG, PNG or DOCX. The first bytes of the file are checked later.',
    }),
    bytes: z.int().min(1).max(MAX_EVIDENCE_BYTES).meta({
      title: 'Size of the file',
      description: 'In bytes, from 1 to 10 MB (10485760). The upload takes exactly so many.',
    }),
  })
  .meta({ title: 'Evidence to upload', description: 'Asks for a form with which one document can be uploaded.' });
