/** The format of `public/recorded/ask-next.json`: for the page that reads it and the script that writes it. */
import * as v from 'valibot';
import { METHODS, UNITS } from '../../protocol/next-question';

const interval = v.object({ mean: v.number(), half: v.nullable(v.number()), n: v.number() });

export const AskNextSchema = v.object({
  formatVersion: v.literal(2),
  made: v.object({ command: v.string(), commit: v.string(), date: v.string() }),
  /** MeLU's evidence candidates: identifiers in the source data, best first. */
  evidence: v.pipe(v.array(v.number()), v.minLength(1)),
  measured: v.object({
    command: v.string(),
    commit: v.string(),
    date: v.string(),
    seeds: v.number(),
    people: v.number(),
    rows: v.array(
      v.object({
        method: v.picklist(METHODS),
        unit: v.picklist(UNITS),
        round: v.number(),
        rated: v.number(),
        mae: interval,
        lessRandom: interval,
      }),
    ),
  }),
});
export type RecordedAskNext = v.InferOutput<typeof AskNextSchema>;
