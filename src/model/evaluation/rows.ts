/** Rows of results. */
import type { Setting } from '../types';

/** Metrics by name: `recall@20` (0..1), `mae`, `mae@levels` (stars), `ndcg@3` (0..1). */
export type MetricRow = Record<string, number>;

/** Share done, 0..1. */
export type Progress = (done: number) => void;

/** One system under one seed. */
export type ResultRow = {
  setting: Setting;
  system: string;
  seed: number;
  steps: number;
  support: number;
  treatment: string;
  wrongSupport: boolean;
} & Record<string, number | string | boolean>;
