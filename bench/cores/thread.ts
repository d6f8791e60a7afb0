/** A helper in a thread of Node: the page's protocol and shards, on the benchmark's problem. */
import { parentPort } from 'node:worker_threads';
import { enableProdMode } from '@tensorflow/tfjs-core';
import { useBackend } from '../../scripts/lib/backend';
import type { HelperCalls } from '../../app/protocol/helper';
import type { StartCalls } from '../../app/protocol/calls';
import { answerShard } from '../../app/workers/helper/handlers';
import { Host, type Handlers } from '../../app/workers/host/host';
import type { Trainer } from '../../src/model/training/trainer';
import { benchTrainer, S3 } from './problem';

const port = parentPort!;
let trainer: Trainer;

const handlers: Handlers<HelperCalls & StartCalls> = {
  async start() {
    enableProdMode();
    await useBackend('wasm');
    return { chosen: 'wasm', reason: 'benchmark', tried: [] };
  },
  load() {
    trainer = benchTrainer(S3);
    return null;
  },
  shard: (request) => answerShard(trainer, request),
};

const host = new Host(
  (message, transfer = []) => port.postMessage(message, transfer as ArrayBuffer[]),
  handlers,
);
port.on('message', (message) => host.receive(message));
