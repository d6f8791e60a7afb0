/**
 * Operations of the model against plain ones: the same cases run on cpu and wasm in vitest, and on
 * webgl and webgpu in a browser (`scripts/golden-browser.ts`).
 */
import '../../../../src/model/gradients';
import type { Case } from './case';
import { denseCases, joinedCases } from './dense';
import { filmCases } from './film';
import { gruCases, lstmCases } from './recurrent';
import { softCases } from './soft';
import { taskCases } from './task';

export const CASES: Case[] = [
  ...denseCases,
  ...joinedCases,
  ...gruCases,
  ...lstmCases,
  ...filmCases,
  ...softCases,
  ...taskCases,
];
