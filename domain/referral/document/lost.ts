/** The code of a file that was sent and is not there: it was deleted, by someone or by a fault of ours. */
export const EVIDENCE_LOST = 'EVIDENCE_LOST';
