import * as z from 'zod';
import { actorSchema } from '../../people/actor.ts';
import { openCode, stored } from '../../values/stored.ts';
import { childSumSchema, presentSumSchema } from './present-sums.ts';

/**
 * What became of a row. KNOWN_HERE: its child has an open case. BEFORE: its own reference came in with an earlier file. BAD:
 * the row has to change.
 */
export const rowResultSchema = z.enum(['BROUGHT_IN', 'KNOWN_HERE', 'BEFORE', 'BAD']);
export type RowResult = z.infer<typeof rowResultSchema>;

const rowSchema = stored({
  /** As a spreadsheet counts it. */
  row: z.int().min(2),
  result: openCode(rowResultSchema),
  /** The case that was made of it, or that stood in the way. */
  reference: z.string().optional(),
  /** What the child counts as on the lists, read back there when they were brought in. */
  here: childSumSchema.optional(),
});
export type RowOutcome = z.infer<typeof rowSchema>;

const byAt = { at: z.iso.datetime(), by: actorSchema };

const reportSchema = stored({
  inFile: z.array(presentSumSchema),
  here: z.array(presentSumSchema),
  leftBehind: z.int().min(0),
});
export type StoredReport = z.infer<typeof reportSchema>;

/**
 * One file that was brought in: how many rows it has, what its sound rows come to, who signed for it and who released it. It
 * holds no name, no cell and no file: those are in the referrals alone.
 */
export const importSchema = stored({
  /** A keyed hash of the rows: the same file is always the same import. */
  id: z.string(),
  version: z.int().min(1),
  ...byAt,
  rows: z.int().min(1),
  parts: z.int().min(1),
  inFile: z.array(presentSumSchema),
  /** When every row had its outcome; absent while some have none. */
  doneAt: z.iso.datetime().optional(),
  /** Who compared the report with the list that they had, and the report as it was then. */
  signed: stored({ ...byAt, reason: z.string().optional(), report: reportSchema }).optional(),
  /**
   * Who said that the service may write to these families from now on; `doneAt` once it holds for every child. `upTo`: for how
   * many rows it holds already, from the first one on.
   */
  released: stored({ ...byAt, doneAt: z.iso.datetime().optional(), upTo: z.int().min(0).optional() }).optional(),
  /** Who had the families invited to Stay and Play whose support had ended; `doneAt` once each case says so. */
  play: stored({ ...byAt, doneAt: z.iso.datetime().optional() }).optional(),
});
export type Import = z.infer<typeof importSchema>;

/** The outcomes of some rows of a file, in the order of the file; written once. */
export const importPartSchema = stored({ id: z.string(), n: z.int().min(0), rows: z.array(rowSchema) });
export type ImportPart = z.infer<typeof importPartSchema>;

/** Rows that are brought in and written down together. */
export const ROWS_A_PART = 25;
