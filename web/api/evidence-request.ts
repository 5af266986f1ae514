import * as z from 'zod';
import { evidenceContentTypes } from '#domain/referral/document/content-types.ts';
import { MAX_EVIDENCE_BYTES } from '#domain/referral/document/size.ts';

const typesInWords = 'application/pdf (PDF), image/jpeg (JPEG), image/png (PNG) or the type of a Word document (DOCX)';

/** Control characters, halves of characters and anything that would be a path and not a name. */
function isFileName(value: string): boolean {
  return value.isWellFormed() && !/[\p{Cc}/\\]/u.test(value) && !/^\.*$/.test(value.trim());
}

/** What a caller says of a document before they upload it. */
export const evidenceRequestSchema = z
  .strictObject({
    fileName: z
      .string({ error: 'Give the name of the file as text, for example report.pdf.' })
      .max(200, { error: 'Shorten the name of the file to at most 200 characters.' })
      .refine(isFileName, {
        error: 'Give the plain name of the file, without folders or control characters, for example report.pdf.',
      })
      .meta({ title: 'Name of the file', description: 'Without a folder; at most 200 characters.' }),
    contentType: z.enum(evidenceContentTypes, { error: `Only these can be read as evidence: ${typesInWords}.` }).meta({
      title: 'Type of the file',
      description: 'PDF, JPEG, PNG or DOCX. The first bytes of the file are checked later.',
    }),
    bytes: z
      .int({ error: 'Give the size of the file in bytes as a whole number.' })
      .min(1, { error: 'The file is empty. Choose a file with something in it.' })
      .max(MAX_EVIDENCE_BYTES, { error: 'The file is larger than 10 MB. Send a smaller version of it.' })
      .meta({ title: 'Size of the file', description: 'In bytes, from 1 to 10 MB (10485760).' }),
  })
  .meta({ title: 'Evidence to upload', description: 'Asks for a form with which one document can be uploaded.' });
