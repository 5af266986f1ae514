/** What staff read of a document whose file is of a type that we do not take. */
export const NO_DOCUMENT = 'It is not a PDF, JPEG, PNG or Word (DOCX) document. Ask the referrer for another copy.';
