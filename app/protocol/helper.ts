/** What the trainer asks a helper: the gradient of a shard of a meta-batch (`src/model/training/data-parallel.ts`). */
import type { Variant } from './vocabulary';

export interface HelperCalls {
  /** The model of a run; nothing of the run itself is kept. */
  load(question: { variant: Variant; seed: number }): null;
  shard(question: ShardRequest): ShardReply;
}

export interface ShardRequest {
  step: number;
  /** Of the whole meta-batch. */
  tasks: number;
  shard: { from: number; to: number };
  /** `[N]` */
  parameters: Float32Array;
  /** `[N]`, to be written. */
  gradient: Float32Array;
}

export interface ShardReply {
  loss: number;
  /** Those of the request, handed back; null where the memory is shared. */
  rooms: { parameters: Float32Array; gradient: Float32Array } | null;
}
