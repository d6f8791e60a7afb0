import type { Client } from '../client/client';

/** All that is public of the workers' client; tests bring a stand-in. */
export type ModelClient = Pick<Client, keyof Client>;
