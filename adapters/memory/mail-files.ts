import type { ReadMail } from '#domain/mail/read-mail.ts';
import type { ArrivedMail, MailFiles } from '#domain/ports/mail-stores.ts';

export interface MemoryMailFiles extends MailFiles {
  /** Lets an email arrive. */
  arrive(object: string, at: string, bytes: Uint8Array): void;
  /** The names of everything that is kept. */
  names(): readonly string[];
}

/** Emails kept in memory. */
export function createMemoryMailFiles(): MemoryMailFiles {
  const came = new Map<string, ArrivedMail & { readonly content: Uint8Array }>();
  const read = new Map<string, ReadMail>();
  return {
    arrive: (object, at, content) => {
      came.set(object, { object, at, bytes: content.length, content });
    },
    names: () => [...came.keys(), ...read.keys()],
    arrived: async () => [...came.values()].map(({ object, at, bytes }) => ({ object, at, bytes })),
    look: async (object) => came.get(object),
    bytes: async (object, most) => came.get(object)?.content.subarray(0, most) ?? new Uint8Array(),
    keepRead: async (id, one) => {
      read.set(id, one);
    },
    readRead: async (id) => read.get(id),
    forget: async (object, id) => {
      came.delete(object);
      read.delete(id);
    },
    uploadForm: async ({ object }) => ({ url: 'https://evidence.example.org/', fields: { key: object } }),
  };
}
