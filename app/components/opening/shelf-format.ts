/** The format of `public/recorded/shelf.json`: for the page that reads it and the script that writes it. */
import * as v from 'valibot';
import { MadeSchema } from '../../engine/recorded-format';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

export const ShelfSchema = v.object({
  formatVersion: v.literal(1),
  made: MadeSchema,
  /** Films that are known well enough to choose from. */
  known: count,
  films: v.pipe(
    v.array(
      v.object({
        /** Identifier in the source data. */
        id: count,
        title: v.string(),
        year: v.nullable(count),
        /** Bits of `Movies.genres`. */
        genres: count,
        ratings: count,
        /** Where the film alone lies on the context map. */
        point: v.tuple([v.number(), v.number()]),
      }),
    ),
    v.minLength(3),
  ),
});
export type Shelf = v.InferOutput<typeof ShelfSchema>;
