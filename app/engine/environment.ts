/** What the engine needs from the world around it: network, clock, motion preference, worker. */
import type { Catalogue } from '../store/catalogue';
import type { ModelClient } from './client';

export interface Environment {
  /** Folder of `datasets/`, `models/` and `recorded/`, with a slash at its end. */
  base: string;
  makeClient(backend: string, data: string): Promise<ModelClient>;
  loadCatalogue(base: string, data: string): Promise<Catalogue>;
  /** Resolves once what is in the store has been painted. */
  painted(): Promise<void>;
  /** Waits; tests pass a clock of their own. */
  pause(ms: number): Promise<void>;
  reducedMotion(): boolean;
}
