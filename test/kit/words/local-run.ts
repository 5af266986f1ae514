/** Why the embedded run does not start, in the words of its command. */
export const portTaken = (port: number | string) => `Port ${port} is taken. Stop what uses it, or pass another --port.`;

/** The beginning of the same; what to do follows. */
export const folderInUse = (folder: string) => `The data folder ${folder} is in use by another instance.`;

/** The beginning of the same; the reason and what to do follow. */
export const storeDamaged = (folder: string) => `The store in ${folder} is damaged and cannot be read`;

/** How every refusal of a policy ends that the embedded run cannot hold anyone to. */
export const NOT_EVALUATED = ', which the embedded run does not evaluate.';
