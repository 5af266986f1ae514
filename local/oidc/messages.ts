/** What the provider's thread is given when it starts. */
export type ProviderBoot = {
  /** The offset of the simulated time, shared. */
  offset: SharedArrayBuffer;
  port: number;
  clientId: string;
  clientSecret: string;
  backTo: string;
  signedOutAt: string;
};

/** What it says. */
export type ProviderReply = { kind: 'ready'; issuer: string; port: number } | { kind: 'failed'; reason: string };
