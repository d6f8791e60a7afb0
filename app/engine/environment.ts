/** What the engine needs from the world around it: network, clock, motion preference, worker. */
import type { Catalogue } from '../store/catalogue';
import type { ModelClient } from './client';
import type { StreamOptions } from './genre-stream';

export interface Environment extends StreamOptions {
  /** Folder of `datasets/`, `models/` and `recorded/`, with a slash at its end. */
  base: string;
  makeClient(backend: string, data: string): Promise<ModelClient>;
  loadCatalogue(base: string, data: string): Promise<Catalogue>;
  /** Resolves once what is in the store has been painted. */
  painted(): Promise<void>;
}
